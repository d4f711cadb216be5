package dev.tiankong.security;

import dev.tiankong.outage.Outage;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Keeps the table of failed sign-ins small, however many names somebody tries. */
@Singleton
// The use case has a transaction of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ForgetFailures {

  @Inject Lockout lockout;

  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void forget() {
    Outage.skips(lockout::forgetOld);
  }
}
