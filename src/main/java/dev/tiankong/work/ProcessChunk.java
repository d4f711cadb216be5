package dev.tiankong.work;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.batch.ChunkAttempts;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.TextTask;
import dev.tiankong.batch.dispatch.WorkQueue;
import dev.tiankong.logging.LogContext;
import dev.tiankong.outage.Outage;
import dev.tiankong.outage.Patience;
import dev.tiankong.outage.QueueUnavailableException;
import dev.tiankong.work.ClaimChunk.Prospect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a worker does with a chunk: claim it, run the model, keep the results. */
@ApplicationScoped
class ProcessChunk {

  private static final System.Logger LOG = System.getLogger(ProcessChunk.class.getName());

  @Inject ClaimChunk claimChunk;
  @Inject ChunkAttempts history;
  @Inject TextTask task;
  @Inject SettleChunk settleChunk;
  @Inject SplitChunk splitChunk;
  @Inject WorkQueue queue;
  @Inject Patience patience;
  @Inject Company company;
  @Inject Event<Attempt> attempts;
  @Inject Event<Settlement> settlements;
  @Inject Workers workers;

  /**
   * @throws AttemptFailedException if the attempt failed; then, and if anything else is thrown, the
   *     message must be delivered again
   */
  @Transactional(TxType.MANDATORY)
  void process(ChunkId id) {
    int failures = patience.outlast(() -> failuresSoFar(id));
    if (failures == 0 || !patience.outlast(() -> isDoneWithAfterFailure(id))) {
      company.work(failures > 0, () -> claimAndAttempt(id));
    }
  }

  private boolean isDoneWithAfterFailure(ChunkId id) {
    // Asked here, too: the broker does not count deliveries that took the JVM with them.
    return settleChunk.giveUpIfExhausted(id) || splitChunk.splitIfFailed(id);
  }

  /** Also sees to it that the chunk's batch is started. */
  private int failuresSoFar(ChunkId id) {
    Optional<Prospect> prospect = claimChunk.look(id);
    if (prospect.isPresent() && !prospect.get().begun()) {
      claimChunk.begin(id.batchId());
    }
    return prospect.map(Prospect::failures).orElse(0);
  }

  private void claimAndAttempt(ChunkId id) {
    workers.employ(
        worker ->
            // Empty, for one: already final, a redelivery. Answering twice would double the counts.
            patience
                .outlast(() -> claimChunk.claim(id, worker.id()))
                .ifPresent(chunk -> worker.during(chunk, () -> timed(chunk))));
  }

  private void timed(ClaimedChunk chunk) {
    long start = System.nanoTime();
    boolean succeeded = false;
    LogContext.attempt(chunk.attempt());
    try {
      attempt(chunk);
      succeeded = true;
    } catch (RuntimeException | Error e) {
      throw new AttemptFailedException(chunk, e);
    } finally {
      attempts.fire(new Attempt(Duration.ofNanos(System.nanoTime() - start), succeeded));
    }
  }

  private void attempt(ClaimedChunk chunk) {
    List<TextAnswer> answers = answers(chunk);
    Settlement settlement = new Settlement(chunk);
    settlements.fire(settlement);
    try {
      if (!settleChunk.finish(chunk, answers)) {
        LOG.log(INFO, "Chunk {0}: attempt {1} was overtaken", chunk.id(), chunk.attempt());
      }
    } catch (RuntimeException | Error e) {
      if (Outage.isBehind(e)) {
        settlement.cutShort(FailureText.of(e));
        awaitBroker();
      } else {
        settlement.blameTheChunk(FailureText.of(e));
      }
      throw e;
    }
  }

  private List<TextAnswer> answers(ClaimedChunk chunk) {
    try {
      return task.answerInBackground(chunk.texts(), chunk.options());
    } catch (RuntimeException | Error e) {
      patience.outlast(
          () -> {
            history.fail(chunk, FailureText.of(e));
            return null;
          });
      throw e;
    }
  }

  /** Only when it takes messages the one at hand may go back to it and come again. */
  private void awaitBroker() {
    patience.outlast(
        () -> {
          queue
              .problem()
              .ifPresent(
                  problem -> {
                    throw new QueueUnavailableException(problem);
                  });
          return null;
        });
  }
}
