package dev.tiankong.xa;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXAConnection;

/**
 * Says "try again later" when COMMIT PREPARED fails. The driver does so only for a connection that
 * broke; for one that PostgreSQL ended in good order, because it stops, it reports an error of the
 * resource manager. The transaction manager takes that for a decision and never tries again: the
 * prepared transaction would hold its locks, on a chunk and its batch, for ever.
 */
class RecoverableXAConnection extends PGXAConnection {

  RecoverableXAConnection(BaseConnection connection) throws SQLException {
    super(connection);
  }

  @Override
  public void commit(Xid xid, boolean onePhase) throws XAException {
    try {
      super.commit(xid, onePhase);
    } catch (XAException e) {
      throw onePhase || e.errorCode != XAException.XAER_RMERR ? e : stillPrepared(e);
    }
  }

  /** COMMIT PREPARED either succeeds or changes nothing. */
  private static XAException stillPrepared(XAException e) {
    XAException later = new XAException(XAException.XAER_RMFAIL);
    later.initCause(e);
    return later;
  }
}
