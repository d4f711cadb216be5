package dev.tiankong.webhook;

import dev.tiankong.batch.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What webhooks there are to deliver. The requests are made outside of these transactions. */
@ApplicationScoped
public class Deliveries {

  @PersistenceContext EntityManager entityManager;
  @Inject DeliveryQueue queue;
  @Inject SigningSecrets secrets;
  @Inject Clock clock;

  private RetryPlan plan;

  protected Deliveries() {
    // For the client proxy.
  }

  @Inject
  Deliveries(
      @ConfigProperty(name = "tiankong.webhook.retry.delay", defaultValue = "PT5S") Duration first,
      @ConfigProperty(name = "tiankong.webhook.retry.period", defaultValue = "P3D")
          Duration period) {
    plan = new RetryPlan(first, period);
  }

  /** In the transaction of the batch's end. */
  @Transactional(TxType.MANDATORY)
  void create(Batch batch, String event, String body) {
    Delivery delivery = new Delivery(batch, event, body, clock.instant(), plan);
    entityManager.persist(delivery);
    entityManager.flush();
    queue.send(delivery, Duration.ZERO);
  }

  /** Those of a batch, the first one first. */
  public List<Delivery> of(UUID batchId) {
    return entityManager
        .createQuery(
            "select d from Delivery d where d.batchId = :batch order by d.createdAt, d.id",
            Delivery.class)
        .setParameter("batch", batchId)
        .getResultList();
  }

  /**
   * Sends one again, at once, and then as often as a new one.
   *
   * @return empty if the batch has no such delivery
   */
  @Transactional
  public Optional<Delivery> resend(UUID batchId, UUID id) {
    Optional<Delivery> found = locked(id).filter(delivery -> delivery.batchId().equals(batchId));
    found.ifPresent(
        delivery -> {
          delivery.sendAgain(clock.instant(), plan);
          queue.send(delivery, Duration.ZERO);
        });
    return found;
  }

  /**
   * Counts an attempt before it is made.
   *
   * @param attempts that there had been when the message was sent
   * @return empty if the message is out of date
   */
  @Transactional(TxType.REQUIRES_NEW)
  Optional<DeliveryAttempt> begin(UUID id, int attempts) {
    return locked(id).filter(delivery -> delivery.isPendingAfter(attempts)).map(this::begin);
  }

  private DeliveryAttempt begin(Delivery delivery) {
    delivery.begin(clock.instant());
    Batch batch = entityManager.find(Batch.class, delivery.batchId());
    return DeliveryAttempt.of(delivery, secrets.keys(batch.owner()), clock.instant());
  }

  /** Keeps what came of an attempt, unless another was begun since. */
  @Transactional(TxType.REQUIRES_NEW)
  void end(DeliveryAttempt attempt, DeliveryOutcome outcome) {
    locked(attempt.delivery().id())
        .filter(delivery -> delivery.isPendingAfter(attempt.number()))
        .ifPresent(
            delivery ->
                delivery
                    .end(outcome, clock.instant(), plan)
                    .ifPresent(delay -> queue.send(delivery, delay)));
  }

  /**
   * Sends the messages again of those whose next attempt is long over, by the database's clock, and
   * gives up those whose time is over, too.
   *
   * @return how many were sent again
   */
  @Transactional
  int resendLost() {
    List<?> lost =
        entityManager
            .createNativeQuery(
                """
                select id from webhook_delivery
                where state = 'PENDING'
                  -- Longer than an attempt lasts.
                  and next_attempt_at < now() - interval '5 minutes'
                order by next_attempt_at
                limit 100
                -- Another server that looks, too, takes the next ones.
                for update skip locked
                """,
                UUID.class)
            .getResultList();
    int sent = 0;
    for (Object id : lost) {
      Delivery delivery = entityManager.find(Delivery.class, id);
      if (delivery.recover(clock.instant())) {
        queue.send(delivery, Duration.ZERO);
        sent++;
      }
    }
    return sent;
  }

  private Optional<Delivery> locked(UUID id) {
    return Optional.ofNullable(
        entityManager.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
