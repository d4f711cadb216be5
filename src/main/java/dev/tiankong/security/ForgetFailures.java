package dev.tiankong.security;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Keeps the table of failed sign-ins small, however many names somebody tries. */
@Singleton
public class ForgetFailures {

  @Inject Lockout lockout;

  @Schedule(hour = "*", minute = "*/10", persistent = false)
  void forget() {
    lockout.forgetOld();
  }
}
