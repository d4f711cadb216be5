package dev.tiankong.connection;

import dev.tiankong.outage.Outage;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Ends requests whose credential was revoked, within five seconds. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndRevoked {

  @Inject OpenRequests requests;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void end() {
    Outage.skips(requests::endRevoked);
  }
}
