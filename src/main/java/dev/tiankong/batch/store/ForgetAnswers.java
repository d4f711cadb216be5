package dev.tiankong.batch.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;

/** Ends the time for which answers are kept for later batches. The batches keep theirs. */
@ApplicationScoped
public class ForgetAnswers {

  @Inject SharedResults shared;

  /**
   * Deletes some of the answers that are older, in a transaction of its own: a small one, so that
   * no worker waits behind it.
   *
   * @return how many, 0 when none is left
   */
  @Transactional(TxType.REQUIRES_NEW)
  public int olderThan(Duration age) {
    return shared.forget(age);
  }
}
