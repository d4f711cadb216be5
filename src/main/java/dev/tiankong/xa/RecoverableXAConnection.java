package dev.tiankong.xa;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.Xid;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXAConnection;

/**
 * Tells the transaction manager what is to be done about a commit that failed.
 *
 * <p>COMMIT PREPARED: try again later. The driver says so only of a connection that broke; for one
 * that PostgreSQL ended in good order, because it stops, it reports an error of the resource
 * manager. The transaction manager takes that for a decision and never tries again: the prepared
 * transaction would hold its locks, on a chunk and its batch, for ever.
 *
 * <p>COMMIT: nothing. Of a connection that broke the driver says that it may work later. There is
 * nothing prepared that could be looked for then; but the transaction manager would keep the
 * transaction, and complain of it with every round of its recovery, for ever.
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
      throw onePhase ? broken(e) : stillPrepared(e);
    }
  }

  /** The caller hears of it as of any commit that failed, and takes it for not done. */
  private static XAException broken(XAException e) {
    return e.errorCode == XAException.XAER_RMFAIL ? as(XAException.XAER_RMERR, e) : e;
  }

  /** COMMIT PREPARED either succeeds or changes nothing. */
  private static XAException stillPrepared(XAException e) {
    return e.errorCode == XAException.XAER_RMERR ? as(XAException.XAER_RMFAIL, e) : e;
  }

  private static XAException as(int errorCode, XAException cause) {
    XAException exception = new XAException(errorCode);
    exception.initCause(cause);
    return exception;
  }
}
