package dev.tiankong.batch.submit;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchEventPublisher;
import dev.tiankong.batch.DatabaseClock;
import dev.tiankong.batch.StoredItems;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.dispatch.DispatchWindow;
import dev.tiankong.batch.store.ItemPartitions;
import dev.tiankong.batch.store.StoreItems;
import dev.tiankong.conflict.RepeatOnConflict;
import dev.tiankong.task.Fingerprint;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.Tasks;
import dev.tiankong.task.TextTask;
import dev.tiankong.wording.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Takes a batch in: rows, chunks and the first messages in one transaction, or nothing at all. */
@ApplicationScoped
public class SubmitBatch {

  @PersistenceContext EntityManager entityManager;
  @Inject EarlierSubmissions earlier;
  @Inject Quota quota;
  @Inject Tasks tasks;
  @Inject ItemPartitions days;
  @Inject CacheScope cache;
  @Inject StoreItems storeItems;
  @Inject ChunkCutter cutter;
  @Inject DispatchWindow window;
  @Inject BatchEventPublisher tell;
  @Inject DatabaseClock clock;

  /**
   * @return the batch, or the one that the same submission became earlier
   * @throws Refusal if its key came with another body earlier
   * @throws Refusal if another with its key is just being taken in
   * @throws Refusal if its owner has too much open already
   * @throws Refusal if the task cannot follow the options
   * @throws Refusal while the model cannot be used
   */
  @RepeatOnConflict
  @Transactional
  public Submitted submit(Submission submission) {
    if (!days.areMade()) {
      // First, while the transaction has no connection yet: this one takes one of its own.
      days.makeTables();
    }
    return submission
        .key()
        .flatMap(key -> earlier.find(submission.owner(), key))
        .map(batch -> new Submitted(batch, true))
        .orElseGet(() -> new Submitted(take(submission), false));
  }

  private Batch take(Submission submission) {
    quota.admit(submission.owner(), submission.texts().size());
    TextTask task = tasks.byName(submission.task());
    PreparedTask prepared = task.prepare(submission.options());
    Instant now = clock.now();
    Batch batch =
        new Batch(
            days.newBatchId(),
            submission,
            prepared.options(),
            cache.fingerprint(submission.owner(), Fingerprint.of(task, prepared)),
            now);
    entityManager.persist(batch);
    entityManager.flush();

    StoredItems items = storeItems.store(batch.id(), submission.texts(), prepared);
    batch.itemsStored(items, now);
    cutter.cut(batch.id(), items.costs()).forEach(entityManager::persist);
    // Flushes first, and the rows have to go first: a transaction commits the database before the
    // broker in the order of first use, and a message that is delivered before its chunk is visible
    // costs a redelivery.
    window.fill(submission.owner());
    tell.of(batch);
    return batch;
  }
}
