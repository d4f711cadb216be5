package dev.tiankong.batch.submit;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much one user may have open at a time. Submits that come in at the same moment do not see
 * each other: a user can get past the limit by what they hand in at once, not by more.
 */
@ApplicationScoped
class Quota {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  @PersistenceContext EntityManager entityManager;

  @Inject
  @ConfigProperty(name = "tiankong.user.max.batches", defaultValue = "1000")
  int maxBatches;

  @Inject
  @ConfigProperty(name = "tiankong.user.max.texts", defaultValue = "10000000")
  long maxTexts;

  /**
   * @throws Refusal if the user cannot have so many texts more
   */
  void admit(String owner, int texts) {
    Tuple open =
        entityManager
            .createQuery(
                """
                select count(b), coalesce(sum(b.total - b.succeeded - b.failed), 0)
                from Batch b
                where b.owner = :owner and b.state in (SCHEDULED, QUEUED, RUNNING, PAUSED)
                """,
                Tuple.class)
            .setParameter("owner", owner)
            .getSingleResult();
    long batches = open.get(0, Long.class);
    long waiting = open.get(1, Long.class);
    if (batches >= maxBatches) {
      throw refused(
          Sentence.of(
                  "batches",
                  "You have {found} open batches, and at most {most} are allowed: wait until some are done, or cancel some.")
              .with("found", batches)
              .with("most", maxBatches));
    }
    if (waiting + texts > maxTexts) {
      throw refused(
          Sentence.of(
                  "texts",
                  "You have {waiting} waiting texts and are submitting {more} more, but at most {most} are allowed: wait until some are done, or cancel some.")
              .with("waiting", waiting)
              .with("more", texts)
              .with("most", maxTexts));
    }
  }

  private static Refusal refused(Sentence sentence) {
    return new Refusal(ProblemCode.TOO_MUCH_OPEN, sentence).retryAfter(PAUSE);
  }
}
