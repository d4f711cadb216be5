package dev.tiankong.work;

import static jakarta.enterprise.event.TransactionPhase.AFTER_FAILURE;
import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;
import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.batch.AttemptError;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.ItemCounts;
import dev.tiankong.batch.dispatch.WorkQueue;
import dev.tiankong.logging.LogContext;
import dev.tiankong.outage.Outage;
import dev.tiankong.outage.Patience;
import dev.tiankong.outage.QueueUnavailableException;
import dev.tiankong.task.Tasks;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.work.ClaimChunk.Prospect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The life of an attempt at a chunk, from the message that wakes a worker to what follows the end
 * of its transaction: isolate, claim, compute, settle, count.
 *
 * <p>The transaction is that of the message. Acknowledgement, results and the messages of the next
 * chunks are committed together or not at all. What must survive a rollback, or the death of the
 * JVM, has a transaction of its own: the claim, and the error of an attempt that failed.
 *
 * <p>While the database or the broker cannot be reached, each step waits ({@link Patience}).
 */
@ApplicationScoped
class WorkOnChunk {

  private static final System.Logger LOG = System.getLogger(WorkOnChunk.class.getName());

  @Inject ClaimChunk claimChunk;
  @Inject StartBatch startBatch;
  @Inject SplitChunk splitChunk;
  @Inject SettleChunk settleChunk;
  @Inject EndAttempt endAttempt;
  @Inject ResultCounter counter;
  @Inject Tasks tasks;
  @Inject WorkQueue queue;
  @Inject Workers workers;
  @Inject IsolationLock isolation;
  @Inject Patience patience;
  @Inject Event<PendingResults> pending;
  @Inject Event<WorkEvent> meters;

  /**
   * @return whether the message is done with; if not, the transaction must be rolled back, so that
   *     it is delivered again
   */
  @Transactional(TxType.MANDATORY)
  boolean work(ChunkId id) {
    try {
      int failures = patience.outlast(() -> failuresSoFar(id));
      if (failures == 0) {
        return claimAndAttempt(id, false);
      }
      return giveUpIfExhausted(id)
          || patience.outlast(() -> splitChunk.splitIfFailed(id))
          || claimAndAttempt(id, true);
    } catch (Exception e) {
      logRedelivery("Could not process chunk %s".formatted(id), e);
      return false;
    }
  }

  private int failuresSoFar(ChunkId id) {
    Optional<Prospect> prospect = claimChunk.look(id);
    if (prospect.isPresent() && !prospect.get().started()) {
      startBatch.start(id.batchId());
    }
    return prospect.map(Prospect::failures).orElse(0);
  }

  /**
   * Asked of dead letters, and before each attempt but the first: the broker does not count
   * deliveries that took the JVM with them.
   */
  boolean giveUpIfExhausted(ChunkId id) {
    Optional<ItemCounts> failed = patience.outlast(() -> settleChunk.giveUpIfExhausted(id));
    if (failed.isEmpty()) {
      return false;
    }
    LOG.log(ERROR, "Chunk {0} is dead-lettered: its open items are recorded as failed", id);
    afterCommit(id, true, failed.get());
    return true;
  }

  private boolean claimAndAttempt(ChunkId id, boolean isolated) {
    try (IsolationLock.Hold hold = isolation.acquire(isolated);
        Worker worker = workers.take()) {
      Optional<ClaimedChunk> claimed = patience.outlast(() -> claimChunk.claim(id, worker.id()));
      // Empty, for one: already final, a redelivery. Answering twice would double the counts.
      return claimed.isEmpty() || attempt(claimed.get(), worker);
    }
  }

  private boolean attempt(ClaimedChunk chunk, Worker worker) {
    LogContext.attempt(chunk.attempt());
    meters.fire(new WorkEvent.ChunkClaimed(chunk.recalled()));
    worker.begin(chunk);
    long start = System.nanoTime();
    boolean succeeded = false;
    try {
      settle(chunk, compute(chunk));
      succeeded = true;
    } catch (Exception | Error e) {
      logRedelivery("Chunk %s: attempt %d failed".formatted(chunk.id(), chunk.attempt()), e);
    }
    worker.end(succeeded);
    meters.fire(new WorkEvent.AttemptEnded(Duration.ofNanos(System.nanoTime() - start), succeeded));
    return succeeded;
  }

  private List<TextAnswer> compute(ClaimedChunk chunk) {
    try {
      return tasks.byName(chunk.task()).work(chunk.texts(), chunk.options());
    } catch (Exception | Error e) {
      // Not after the rollback: another worker may have the message by then, and wants the reason.
      patience.outlast(() -> endAttempt.fail(chunk, FailureText.of(e)));
      throw e;
    }
  }

  private void settle(ClaimedChunk chunk, List<TextAnswer> answers) {
    PendingResults results = new PendingResults(chunk);
    // Has one of the two observers below called at the end of the transaction.
    pending.fire(results);
    try {
      results.counts = settleChunk.finish(chunk, answers);
    } catch (Exception | Error e) {
      results.error = FailureText.of(e);
      results.excused = Outage.isBehind(e);
      if (results.excused) {
        awaitBroker();
      }
      throw e;
    }
    if (results.counts.isEmpty()) {
      LOG.log(INFO, "Chunk {0}: attempt {1} was overtaken", chunk.id(), chunk.attempt());
    }
  }

  /** The message may go back only to a broker that takes it, and delivers it after its delay. */
  private void awaitBroker() {
    patience.outlast(
        () ->
            queue
                .problem()
                .ifPresent(
                    problem -> {
                      throw new QueueUnavailableException(problem);
                    }));
  }

  /** Results that are written and not committed yet. */
  static final class PendingResults {

    private final ClaimedChunk chunk;

    /** Empty when another attempt was faster: then nothing was written. */
    private Optional<ItemCounts> counts = Optional.empty();

    // The failure of a commit is reported nowhere else, and only an outage makes one fail.
    private AttemptError error =
        new AttemptError("Could not store the results: the commit failed", null);
    private boolean excused = true;

    PendingResults(ClaimedChunk chunk) {
      this.chunk = chunk;
    }
  }

  void committed(@Observes(during = AFTER_SUCCESS) PendingResults results) {
    ChunkId id = results.chunk.id();
    try (LogContext log = LogContext.batch(id.batchId())) {
      results.counts.ifPresent(counts -> afterCommit(id, false, counts));
    }
  }

  private void afterCommit(ChunkId id, boolean givenUp, ItemCounts counts) {
    counter.count(id.batchId());
    meters.fire(new WorkEvent.ChunkEnded(givenUp, counts));
  }

  /** Only now: until it was rolled back, the transaction had the chunk's row locked. */
  void rolledBack(@Observes(during = AFTER_FAILURE) PendingResults results) {
    ClaimedChunk chunk = results.chunk;
    try (LogContext log = LogContext.chunk(chunk.id().batchId(), chunk.id().number())) {
      LogContext.attempt(chunk.attempt());
      patience.outlast(
          () -> {
            if (results.excused) {
              endAttempt.excuse(chunk, results.error);
            } else {
              endAttempt.fail(chunk, results.error);
            }
          });
      LOG.log(
          INFO,
          "Chunk {0}: attempt {1} is rolled back: {2}",
          chunk.id(),
          chunk.attempt(),
          results.error.summary());
    }
  }

  private static void logRedelivery(String what, Throwable why) {
    // An outage was logged once, by whoever waits for its end.
    LOG.log(
        Outage.isBehind(why) ? DEBUG : WARNING,
        "%s, its message will be redelivered: %s".formatted(what, why),
        why);
  }
}
