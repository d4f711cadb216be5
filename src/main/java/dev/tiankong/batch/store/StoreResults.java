package dev.tiankong.batch.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes the rows of results, by COPY: in half the time that inserts would take. */
@ApplicationScoped
public class StoreResults {

  @PersistenceContext EntityManager entityManager;

  /** In the running transaction; the primary key refuses a second result for an item. */
  public void store(List<ItemResult> results) {
    if (!results.isEmpty()) {
      entityManager.unwrap(Session.class).doWork(connection -> store(connection, results));
    }
  }

  private static void store(Connection connection, List<ItemResult> results) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (OutputStream out =
        new PGCopyOutputStream(
            postgres,
            """
            copy item_result (
              batch_id, index, state, answer, error_code, error_message, error_parameters
            ) from stdin
            """)) {
      CopyRows rows = new CopyRows(out);
      for (ItemResult result : results) {
        result.write(rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write the results to the database", e);
    }
  }
}
