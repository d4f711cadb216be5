package dev.tiankong.batch.control;

import dev.tiankong.batch.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Keeps batches that are parts of one thing until the same moment, whichever of them ended first.
 */
@ApplicationScoped
public class KeepTogether {

  @PersistenceContext EntityManager entityManager;

  /**
   * Keeps anybody from changing or deleting them until the end of the transaction.
   *
   * @return those that are still there, in the same order
   */
  @Transactional(TxType.MANDATORY)
  public List<Batch> lock(List<UUID> ids) {
    return ids.stream()
        .map(id -> entityManager.find(Batch.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * @param batches as they were locked
   */
  @Transactional(TxType.MANDATORY)
  public void from(Instant end, Duration time, List<Batch> batches) {
    batches.forEach(batch -> batch.keepFrom(end, time));
  }
}
