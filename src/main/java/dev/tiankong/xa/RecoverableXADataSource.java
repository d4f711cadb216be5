package dev.tiankong.xa;

import java.sql.SQLException;
import javax.sql.XAConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.xa.PGXADataSource;

/** PostgreSQL's own, but for the connections: they leave a failed commit to recovery. */
public class RecoverableXADataSource extends PGXADataSource {

  @Override
  public XAConnection getXAConnection(String user, String password) throws SQLException {
    return new RecoverableXAConnection((BaseConnection) getConnection(user, password));
  }
}
