package dev.tiankong.batch.store;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes known answers that were kept long enough. */
@ApplicationScoped
class OldAnswersDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(OldAnswersDuty.class.getName());

  @Inject ForgetAnswers forgetAnswers;

  @Inject
  @ConfigProperty(name = "tiankong.cache.ttl", defaultValue = "P30D")
  Duration ttl;

  @Override
  public String name() {
    return "delete-old-answers";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    int deleted = 0;
    int some;
    do {
      some = forgetAnswers.olderThan(ttl);
      deleted += some;
    } while (some > 0 && !Thread.currentThread().isInterrupted());
    if (deleted > 0) {
      LOG.log(INFO, "Deleted {0} known answers older than {1}", deleted, ttl);
    }
  }
}
