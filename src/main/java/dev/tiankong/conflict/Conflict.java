package dev.tiankong.conflict;

import dev.tiankong.outage.Causes;
import java.sql.SQLException;
import java.util.Set;

/** Two transactions were in each other's way. Nothing is wrong with either: one is repeated. */
public final class Conflict {

  /** SQLSTATEs: serialization_failure, deadlock_detected, lock_not_available. */
  private static final Set<String> STATES = Set.of("40001", "40P01", "55P03");

  private Conflict() {}

  /** Whether the failure would not have happened to the transaction alone. */
  public static boolean isBehind(Throwable failure) {
    return Causes.anyOf(
        failure, cause -> cause instanceof SQLException sql && isConflict(sql.getSQLState()));
  }

  private static boolean isConflict(String state) {
    return state != null && STATES.contains(state);
  }
}
