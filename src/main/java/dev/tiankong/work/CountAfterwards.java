package dev.tiankong.work;

import dev.tiankong.batch.ChunkEnded;
import dev.tiankong.batch.CountResults;
import dev.tiankong.outage.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Tells the batch, as soon as the results of a chunk are committed. */
@ApplicationScoped
class CountAfterwards {

  @Inject CountResults countResults;

  void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChunkEnded ended) {
    // The sweep comes round, should the database go away between the two.
    Outage.skips(() -> countResults.count(ended.batchId()));
  }
}
