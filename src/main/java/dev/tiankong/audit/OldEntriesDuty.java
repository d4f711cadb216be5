package dev.tiankong.audit;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes entries that were kept long enough. */
@ApplicationScoped
class OldEntriesDuty implements Duty {

  private static final System.Logger LOG = System.getLogger(OldEntriesDuty.class.getName());

  @Inject Audit audit;

  @Inject
  @ConfigProperty(name = "tiankong.audit.retention", defaultValue = "P365D")
  Duration retention;

  @Override
  public String name() {
    return "delete-old-audit-entries";
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    int deleted = audit.deleteOlderThan(retention);
    if (deleted > 0) {
      LOG.log(INFO, "Deleted {0} audit entries older than {1}", deleted, retention);
    }
  }
}
