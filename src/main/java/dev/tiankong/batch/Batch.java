package dev.tiankong.batch;

import dev.tiankong.batch.BatchEvent.What;
import dev.tiankong.task.TaskOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;

/**
 * Texts that were submitted together, with the task to do on each.
 *
 * <p>A batch is {@code QUEUED} until a worker claims its first chunk, which makes it {@code
 * RUNNING}; one that is to start later is {@code SCHEDULED} before that, until its time has come.
 * Each text ends with one result, counted as succeeded or failed. Counting the last one closes the
 * batch. Until then it can be paused and resumed, or cancelled. Trying failed texts again reopens
 * it.
 */
@Entity
@Table(name = "batch")
public class Batch {

  @Id private UUID id;
  private String owner;
  private String task;
  @Embedded private Label label;

  // As a text: the driver's own class for JSON is not to be seen from the server's Hibernate.
  @ColumnTransformer(write = "cast(? as jsonb)")
  @Column(columnDefinition = "jsonb", updatable = false)
  private String options;

  private String fingerprint;
  private String idempotencyKey;
  private String bodyDigest;

  @Enumerated(EnumType.STRING)
  private BatchState state;

  private int total;
  private int succeeded;
  private int failed;
  private int cancelled;
  private int cacheHits;
  private long attempts;
  private long retries;
  private int twins;
  private int warned;
  private Instant createdAt;
  private Instant startedAt;
  private Instant finishedAt;
  private Instant expiresAt;

  /** What happened since the row was read, to be told. */
  @Transient private final List<What> events = new ArrayList<>(1);

  protected Batch() {
    // For JPA.
  }

  /**
   * @param options with everything filled in that was left to the task
   * @param fingerprint equal for batches that may have each other's answers
   */
  public Batch(
      UUID id, Submission submission, TaskOptions options, String fingerprint, Instant now) {
    this.id = id;
    this.owner = submission.owner();
    this.task = submission.task();
    this.label = submission.label();
    this.options = options.members().toString();
    this.fingerprint = fingerprint;
    this.idempotencyKey = submission.key().map(IdempotencyKey::value).orElse(null);
    this.bodyDigest = submission.key().map(IdempotencyKey::bodyDigest).orElse(null);
    this.state = waiting();
    this.total = submission.texts().size();
    this.createdAt = now;
    events.add(What.SUBMITTED);
  }

  private BatchState waiting() {
    return label.notBefore() == null ? BatchState.QUEUED : BatchState.SCHEDULED;
  }

  /** Lets workers begin, because the time has come. */
  public void release() {
    require(state == BatchState.SCHEDULED, "released");
    state = BatchState.QUEUED;
  }

  /** Keeps what is known of its texts as soon as they are stored. */
  public void itemsStored(StoredItems items, Instant now) {
    twins = items.duplicates();
    warned = items.warned();
    count(0, items.refused(), now);
  }

  public void start(Instant now) {
    require(state == BatchState.QUEUED, "started");
    state = BatchState.RUNNING;
    startedAt = now;
    events.add(What.STARTED);
  }

  /** Lets no further chunk begin. */
  public void pause() {
    require(!state.isFinal(), "paused");
    if (state != BatchState.PAUSED) {
      state = BatchState.PAUSED;
      events.add(What.PAUSED);
    }
  }

  /** One that never began waits for its time again, which may be over at once. */
  public void resume() {
    require(!state.isFinal(), "resumed");
    if (state == BatchState.PAUSED) {
      state = startedAt == null ? waiting() : BatchState.RUNNING;
      events.add(What.RESUMED);
    }
  }

  /** Ends the batch; whatever has no result yet gets none. */
  public void cancel(Instant now) {
    require(!state.isFinal() || state == BatchState.CANCELLED, "cancelled");
    if (state != BatchState.CANCELLED) {
      state = BatchState.CANCELLED;
      cancelled = total - succeeded - failed;
      finish(now);
      events.add(What.CANCELLED);
    }
  }

  /** Takes back the failure of items that are to be tried again, and the end of their chunks. */
  public void retry(RetriedChunks retried) {
    require(state != BatchState.CANCELLED, "tried again");
    int items = retried.items();
    failed -= items;
    attempts -= retried.attempts();
    retries -= retried.attempts() - retried.chunks();
    if (items > 0 && state.isFinal()) {
      state = BatchState.RUNNING;
      finishedAt = null;
      expiresAt = null;
      events.add(What.RETRIED);
    }
  }

  /** Whether it was made from the same body. */
  public boolean isMadeFrom(String digest) {
    return digest.equals(bodyDigest);
  }

  /** Lets its time begin with the end of something larger, and not with its own. */
  public void keepFrom(Instant end, Duration time) {
    label = label.keptFor(time);
    // One that is tried again just now has its own end before it once more.
    expiresAt = finishedAt == null ? null : end.plus(time);
  }

  /** Says that its rows are being removed. */
  public void delete() {
    require(state.isFinal(), "deleted");
    events.add(What.DELETED);
  }

  /** What happened since the last call, in that order. */
  List<What> takeEvents() {
    List<What> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  private void require(boolean legal, String verb) {
    if (!legal) {
      throw new IllegalBatchStateException(id, state, verb);
    }
  }

  /** Counts results; the last one closes the batch. */
  public void count(int moreSucceeded, int moreFailed, Instant now) {
    int more = moreSucceeded + moreFailed;
    if (more == 0) {
      return;
    }
    if (state.isFinal() || succeeded + failed + more > total) {
      throw new IllegalStateException(
          "Batch %s is %s with %d of %d results: cannot add %d more"
              .formatted(id, state, succeeded + failed, total, more));
    }
    succeeded += moreSucceeded;
    failed += moreFailed;
    if (succeeded + failed == total) {
      close(now);
    }
  }

  /** Counts items that succeeded without work, because their answer was known. */
  public void countHits(int hits, Instant now) {
    count(hits, 0, now);
    cacheHits += hits;
  }

  /**
   * Counts the attempts at a chunk that is done with, or was split.
   *
   * @param again those that were work done again, or came to nothing and will be
   */
  public void countAttempts(int begun, int again) {
    attempts += begun;
    retries += again;
  }

  private void close(Instant now) {
    if (startedAt == null) {
      // Every text was refused when it was submitted: no worker ever began.
      startedAt = now;
    }
    if (failed == 0) {
      state = BatchState.COMPLETED;
    } else {
      state = succeeded == 0 ? BatchState.FAILED : BatchState.COMPLETED_WITH_ERRORS;
    }
    finish(now);
    events.add(What.COMPLETED);
  }

  private void finish(Instant now) {
    finishedAt = now;
    expiresAt = label.ttlSeconds() == null ? null : now.plusSeconds(label.ttlSeconds());
  }

  public UUID id() {
    return id;
  }

  public String owner() {
    return owner;
  }

  public String task() {
    return task;
  }

  public Label label() {
    return label;
  }

  public TaskOptions options() {
    return TaskOptions.parse(options);
  }

  public BatchState state() {
    return state;
  }

  public int total() {
    return total;
  }

  public int succeeded() {
    return succeeded;
  }

  public int failed() {
    return failed;
  }

  /** Items whose text was perhaps meant otherwise than it is read. */
  public int warned() {
    return warned;
  }

  /** Items that had no result yet when the batch was cancelled. */
  public int cancelled() {
    return cancelled;
  }

  /** Where an item stands that has no result. */
  public ItemState stateOfUnanswered() {
    return state == BatchState.CANCELLED ? ItemState.CANCELLED : ItemState.PENDING;
  }

  /** Whether results are to be copied from one item to others. */
  public boolean hasDuplicates() {
    return twins > 0;
  }

  String fingerprint() {
    return fingerprint;
  }

  /** Succeeded items whose answer was known from earlier batches. */
  public int cacheHits() {
    return cacheHits;
  }

  /** Times that a worker began on a chunk; of the chunks that are done with. */
  public long attempts() {
    return attempts;
  }

  /** Those of the attempts that were work done again. */
  public long retries() {
    return retries;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null until a worker began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** Null until the last text has its result. */
  public Instant finishedAt() {
    return finishedAt;
  }

  /** When it is deleted; null until it is final, and if it is kept for ever. */
  public Instant expiresAt() {
    return expiresAt;
  }
}
