package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Takes a batch in: rows, chunks and the first messages in one transaction, or nothing at all. */
@ApplicationScoped
public class SubmitBatch {

  /** Rows that are held in memory as entities at a time. */
  private static final int FLUSH_EVERY = 1_000;

  @PersistenceContext EntityManager entityManager;
  @Inject TextTask task;
  @Inject ChunkCutter cutter;
  @Inject DispatchWindow window;
  @Inject Clock clock;

  /**
   * @throws TaskUnavailableException while no model is loaded
   */
  @Transactional
  public Batch submit(Submission submission) {
    List<SubmittedText> texts = submission.texts().stream().map(this::check).toList();
    int refused = (int) texts.stream().map(SubmittedText::error).filter(Objects::nonNull).count();

    Instant now = clock.instant();
    Batch batch = new Batch(submission, task, now);
    batch.count(0, refused, now);
    entityManager.persist(batch);
    store(batch, texts);

    List<Chunk> chunks = cutter.cut(batch.id(), costs(texts));
    chunks.forEach(entityManager::persist);
    // The rows go first: a transaction commits the database before the broker in the order of
    // first use, and a message that is delivered before its chunk is visible costs a redelivery.
    entityManager.flush();
    window.open(chunks);
    return batch;
  }

  private SubmittedText check(SubmittedText submitted) {
    return Optional.ofNullable(submitted.error())
        .or(() -> task.refuse(submitted.text()))
        .map(error -> new SubmittedText(submitted.text(), error))
        .orElse(submitted);
  }

  private void store(Batch batch, List<SubmittedText> texts) {
    for (int index = 0; index < texts.size(); index++) {
      ItemId id = new ItemId(batch.id(), index);
      SubmittedText submitted = texts.get(index);
      entityManager.persist(new Item(id, submitted.text()));
      if (submitted.error() != null) {
        entityManager.persist(ItemResult.failed(id, submitted.error()));
      }
      if ((index + 1) % FLUSH_EVERY == 0) {
        entityManager.flush();
        entityManager.clear();
      }
    }
  }

  private int[] costs(List<SubmittedText> texts) {
    int[] costs = new int[texts.size()];
    Arrays.setAll(costs, i -> texts.get(i).error() == null ? task.cost(texts.get(i).text()) : 0);
    return costs;
  }
}
