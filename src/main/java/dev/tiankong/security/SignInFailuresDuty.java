package dev.tiankong.security;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps the table of failed sign-ins small, however many names somebody tries. */
@ApplicationScoped
class SignInFailuresDuty implements Duty {

  @Inject Lockout lockout;

  @Override
  public String name() {
    return "delete-old-sign-in-failures";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    lockout.forgetOld();
  }
}
