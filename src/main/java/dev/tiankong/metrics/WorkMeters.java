package dev.tiankong.metrics;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import dev.tiankong.batch.BatchEvent;
import dev.tiankong.work.WorkEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What this server does for batches; counted once it is committed. */
@ApplicationScoped
class WorkMeters {

  @Inject MeterRegistry meters;

  private Timer succeededAttempts;
  private Timer failedAttempts;
  private Counter chunksDone;
  private Counter chunksGivenUp;
  private Counter itemsSucceeded;
  private Counter itemsFailed;
  private Counter itemsCancelled;
  private Counter cacheHits;

  @PostConstruct
  void register() {
    succeededAttempts = attempts("succeeded");
    failedAttempts = attempts("failed");
    chunksDone = chunks("done");
    chunksGivenUp = chunks("given_up");
    itemsSucceeded = items("succeeded");
    itemsFailed = items("failed");
    itemsCancelled = items("cancelled");
    cacheHits =
        Counter.builder("tiankong.cache.hits")
            .description("Succeeded texts whose result was reused from an earlier batch")
            .register(meters);
  }

  private Timer attempts(String outcome) {
    return Latency.timer("tiankong.attempt", "Attempts of workers at a chunk")
        .tag("outcome", outcome)
        .register(meters);
  }

  private Counter chunks(String outcome) {
    return Counter.builder("tiankong.chunks")
        .description("Completed chunks")
        .tag("outcome", outcome)
        .register(meters);
  }

  private Counter items(String outcome) {
    return Counter.builder("tiankong.items")
        .description("Texts of batches that have a result")
        .tag("outcome", outcome)
        .register(meters);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // The meters are there, and 0, before anything happens.
  }

  void count(@Observes WorkEvent.ChunkClaimed chunk) {
    cacheHits.increment(chunk.recalled());
    itemsSucceeded.increment(chunk.recalled());
  }

  void time(@Observes WorkEvent.AttemptEnded attempt) {
    (attempt.succeeded() ? succeededAttempts : failedAttempts).record(attempt.time());
  }

  void count(@Observes WorkEvent.ChunkEnded chunk) {
    (chunk.givenUp() ? chunksGivenUp : chunksDone).increment();
    itemsSucceeded.increment(chunk.items().succeeded());
    itemsFailed.increment(chunk.items().failed());
  }

  void count(@Observes(during = AFTER_SUCCESS) BatchEvent event) {
    switch (event.what()) {
      // Texts that can never be answered are refused at once.
      case SUBMITTED -> itemsFailed.increment(event.batch().failed());
      case CANCELLED -> itemsCancelled.increment(event.batch().cancelled());
      default -> {
        // Its chunks tell of the rest.
      }
    }
  }
}
