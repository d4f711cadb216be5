package dev.tiankong.connection;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Ends requests whose credential was revoked. */
@ApplicationScoped
class RevokedRequestsDuty implements Duty {

  @Inject OpenRequests requests;

  @Override
  public String name() {
    return "end-revoked-requests";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    requests.endRevoked();
  }
}
