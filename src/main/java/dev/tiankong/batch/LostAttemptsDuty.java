package dev.tiankong.batch;

import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Ends attempts whose worker is gone. */
@ApplicationScoped
class LostAttemptsDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(LostAttemptsDuty.class.getName());

  @Inject ChunkAttempts attempts;

  @Inject
  @ConfigProperty(name = "tiankong.chunk.lease", defaultValue = "PT10M")
  Duration lease;

  @Override
  public String name() {
    return "end-lost-attempts";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void run() {
    int lost = attempts.loseOlderThan(lease);
    if (lost > 0) {
      LOG.log(
          WARNING, "{0} attempts have not ended within {1}: their workers are lost", lost, lease);
    }
  }
}
