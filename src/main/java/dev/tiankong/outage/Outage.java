package dev.tiankong.outage;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.List;

/** The database or the broker cannot be used at present, which is nobody's fault in here. */
public final class Outage {

  /** No connection, no resources, shut down or starting, broken disk, a replica: SQLSTATEs. */
  private static final List<String> STATES = List.of("08", "53", "57P", "58", "25006");

  private Outage() {}

  /** Whether the failure would not have happened with everything in its place. */
  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof QueueUnavailableException
          // No connection to be had.
          || cause instanceof ResourceException
          || cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(String state) {
    return state != null && STATES.stream().anyMatch(state::startsWith);
  }

  /** Does what comes round again anyway, and leaves it out during an outage. */
  public static void skips(Runnable duty) {
    try {
      duty.run();
    } catch (Exception e) {
      if (!isBehind(e)) {
        throw e;
      }
    }
  }
}
