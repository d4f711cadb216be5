package dev.tiankong.audit;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.outage.Outage;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Deletes entries that were kept long enough, every hour. */
@Singleton
// The deletion has a transaction of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditSweep {

  private static final System.Logger LOG = System.getLogger(AuditSweep.class.getName());

  @Inject Audit audit;

  @Inject
  @ConfigProperty(name = "tiankong.audit.retention", defaultValue = "P365D")
  Duration retention;

  @Schedule(hour = "*", persistent = false)
  void sweep() {
    Outage.skips(this::deleteOld);
  }

  private void deleteOld() {
    int deleted = audit.deleteOlderThan(retention);
    if (deleted > 0) {
      LOG.log(INFO, "Deleted {0} audit entries older than {1}", deleted, retention);
    }
  }
}
