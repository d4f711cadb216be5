package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes the rows of a new batch's items, by COPY: a hundred thousand in a second or two. */
@ApplicationScoped
class StoreItems {

  private static final int IN_MEMORY = 1 << 20;

  @PersistenceContext EntityManager entityManager;

  /**
   * What is known of the items then.
   *
   * @param costs tokens of each text; 0 for one that has its result already, or gets a twin's
   * @param refused how many can never be answered
   */
  record Stored(int[] costs, int refused) {}

  /** In the running transaction. The batch's own row is there already. */
  Stored store(UUID batchId, SubmittedTexts texts, PreparedTask task) {
    return entityManager
        .unwrap(Session.class)
        .doReturningWork(connection -> store(connection, batchId, texts, task));
  }

  private static Stored store(
      Connection connection, UUID batchId, SubmittedTexts texts, PreparedTask task)
      throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Refused refused = new Refused()) {
      Stored stored;
      try (OutputStream items =
          new PGCopyOutputStream(
              postgres,
              "copy item (batch_id, index, text, same_as, custom_id, input) from stdin")) {
        stored = write(batchId, texts, task, new CopyRows(items), refused.rows());
      }
      refused.copyTo(postgres);
      return stored;
    } catch (IOException e) {
      throw new UncheckedIOException("The texts could not be handed to the database", e);
    }
  }

  private static Stored write(
      UUID batchId, SubmittedTexts texts, PreparedTask task, CopyRows items, CopyRows results)
      throws IOException {
    int[] costs = new int[texts.size()];
    int[] refused = new int[1];
    Twins twins = new Twins();
    texts.forEach(
        (index, text) -> {
          Optional<ItemError> error =
              Optional.ofNullable(text.error()).or(() -> task.refuse(text.text()));
          Integer first = error.isPresent() ? null : twins.firstOf(text.text(), index);
          items.write(batchId, index, text.text(), first, text.customId(), text.input());
          if (error.isPresent()) {
            results.write(
                batchId, index, ItemState.FAILED, error.get().code(), error.get().message());
            refused[0]++;
          } else if (first == null) {
            costs[index] = task.cost(text.text());
          }
        });
    return new Stored(costs, refused[0]);
  }

  /** Results that have to wait: a connection takes one COPY at a time. */
  private static final class Refused implements AutoCloseable {

    private final DeferredFileOutputStream spool =
        DeferredFileOutputStream.builder()
            .setThreshold(IN_MEMORY)
            .setPrefix("tiankong-refused")
            .get();
    private final OutputStream out = new BufferedOutputStream(spool);

    CopyRows rows() {
      return new CopyRows(out);
    }

    void copyTo(PGConnection postgres) throws SQLException, IOException {
      out.close();
      try (InputStream rows = spool.toInputStream()) {
        postgres
            .getCopyAPI()
            .copyIn(
                "copy item_result (batch_id, index, state, error_code, error_message) from stdin",
                rows);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
      if (spool.getPath() != null) {
        Files.deleteIfExists(spool.getPath());
      }
    }
  }
}
