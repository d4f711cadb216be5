package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes a batch in: rows, chunks and the first messages in one transaction, or nothing at all. */
@ApplicationScoped
public class SubmitBatch {

  /** Rows that are held in memory as entities at a time. */
  private static final int FLUSH_EVERY = 1_000;

  @PersistenceContext EntityManager entityManager;
  @Inject EarlierSubmissions earlier;
  @Inject Quota quota;
  @Inject TextTask task;
  @Inject ChunkCutter cutter;
  @Inject DispatchWindow window;
  @Inject Clock clock;

  /**
   * @return the batch, or the one that the same submission became earlier
   * @throws IdempotencyKeyReusedException if its key came with another body earlier
   * @throws QuotaExceededException if its owner has too much open already
   * @throws InvalidOptionsException if the task cannot follow the options
   * @throws TaskUnavailableException while the model cannot be used
   */
  @Transactional
  public Batch submit(Submission submission) {
    return submission
        .key()
        .flatMap(key -> earlier.find(submission.owner(), key))
        .orElseGet(() -> take(submission));
  }

  private Batch take(Submission submission) {
    quota.admit(submission.owner(), submission.texts().size());
    PreparedTask prepared = task.prepare(submission.options());
    List<Draft> drafts = drafts(submission.texts(), prepared);
    int refused = (int) drafts.stream().filter(Draft::isRefused).count();

    Instant now = clock.instant();
    Batch batch = new Batch(submission, task.name(), prepared, now);
    batch.count(0, refused, now);
    entityManager.persist(batch);
    store(batch.id(), drafts);

    List<Chunk> chunks =
        cutter.cut(batch.id(), drafts.stream().mapToInt(draft -> draft.cost(prepared)).toArray());
    chunks.forEach(entityManager::persist);
    // The rows go first: a transaction commits the database before the broker in the order of
    // first use, and a message that is delivered before its chunk is visible costs a redelivery.
    entityManager.flush();
    window.fill(submission.owner());
    return batch;
  }

  private static List<Draft> drafts(List<SubmittedText> texts, PreparedTask task) {
    Map<String, Integer> firsts = new HashMap<>();
    List<Draft> drafts = new ArrayList<>(texts.size());
    for (SubmittedText submitted : texts) {
      ItemError error =
          Optional.ofNullable(submitted.error())
              .or(() -> task.refuse(submitted.text()))
              .orElse(null);
      Integer first = error == null ? firsts.putIfAbsent(submitted.text(), drafts.size()) : null;
      drafts.add(new Draft(submitted.text(), error, first));
    }
    return drafts;
  }

  private void store(UUID batchId, List<Draft> drafts) {
    for (int index = 0; index < drafts.size(); index++) {
      ItemId id = new ItemId(batchId, index);
      Draft draft = drafts.get(index);
      entityManager.persist(new Item(id, draft.text(), draft.sameAs()));
      if (draft.isRefused()) {
        entityManager.persist(new ItemResult(id, TextAnswer.failed(draft.error())));
      }
      if ((index + 1) % FLUSH_EVERY == 0) {
        entityManager.flush();
        entityManager.clear();
      }
    }
  }

  /**
   * An item to be.
   *
   * @param error why it can never be answered, or null
   * @param sameAs index of the first item with the same text, or null if it is the first
   */
  private record Draft(String text, ItemError error, Integer sameAs) {

    boolean isRefused() {
      return error != null;
    }

    int cost(PreparedTask task) {
      return isRefused() || sameAs != null ? 0 : task.cost(text);
    }
  }
}
