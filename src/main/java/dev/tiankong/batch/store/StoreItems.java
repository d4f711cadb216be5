package dev.tiankong.batch.store;

import dev.tiankong.background.BackgroundThreads;
import dev.tiankong.batch.ItemId;
import dev.tiankong.batch.Spool;
import dev.tiankong.batch.StoredItems;
import dev.tiankong.batch.SubmittedTexts;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemWarning;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TextAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Writes the rows of a new batch's items, by COPY: a hundred thousand in a second or two. */
@ApplicationScoped
public class StoreItems {

  private static final String RESULTS =
      """
      copy item_result (batch_id, index, state, error_code, error_message, error_parameters)
      from stdin
      """;

  /** Texts from which on they are written behind what others wait for. */
  private static final int MANY = 1_000;

  @PersistenceContext EntityManager entityManager;
  @Inject BackgroundThreads background;

  /** In the running transaction. The batch's own row is there already. */
  public StoredItems store(UUID batchId, SubmittedTexts texts, PreparedTask task) {
    return entityManager
        .unwrap(Session.class)
        .doReturningWork(connection -> store(connection, batchId, texts, task));
  }

  private StoredItems store(
      Connection connection, UUID batchId, SubmittedTexts texts, PreparedTask task)
      throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    // A connection takes one COPY at a time: results of refused texts have to wait.
    try (Spool refused = new Spool()) {
      StoredItems stored;
      try (OutputStream items = new PGCopyOutputStream(postgres, Item.COPY)) {
        Supplier<StoredItems> work =
            () -> write(batchId, texts, task, new CopyRows(items), new CopyRows(refused.out()));
        stored = texts.size() < MANY ? work.get() : background.call(work);
      }
      if (stored.refused() > 0) {
        try (InputStream rows = refused.read()) {
          postgres.getCopyAPI().copyIn(RESULTS, rows);
        }
      }
      return stored;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not write the texts to the database", e);
    }
  }

  private static StoredItems write(
      UUID batchId, SubmittedTexts texts, PreparedTask task, CopyRows items, CopyRows results) {
    int[] costs = new int[texts.size()];
    int[] refused = new int[1];
    int[] warned = new int[1];
    DuplicateIndex duplicates = new DuplicateIndex();
    texts.forEach(
        (index, text) -> {
          Optional<ItemError> error = text.refusedBy(task);
          Integer first = error.isPresent() ? null : duplicates.firstOf(text.text(), index);
          List<ItemWarning> warnings = error.isPresent() ? List.of() : task.warnings(text.text());
          warned[0] += warnings.isEmpty() ? 0 : 1;
          Item.write(items, batchId, index, text, first, warnings);
          if (error.isPresent()) {
            new ItemResult(new ItemId(batchId, index), TextAnswer.failed(error.get()))
                .writeError(results);
            refused[0]++;
          } else if (first == null) {
            costs[index] = task.cost(text.text());
          }
        });
    return new StoredItems(costs, duplicates.found(), refused[0], warned[0]);
  }
}
