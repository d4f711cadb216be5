package dev.tiankong.outage;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.List;

/**
 * The database or the broker cannot be used at present, which is nobody's fault in here.
 *
 * <p>It may show as late as in a commit, whose exceptions are checked and reach the caller of a
 * transactional method although no signature tells of them: {@code catch (RuntimeException e)}
 * misses them.
 */
public final class Outage {

  /** No connection, no resources, shut down or starting, broken disk, a replica: SQLSTATEs. */
  private static final List<String> STATES = List.of("08", "53", "57P", "58", "25006");

  private Outage() {}

  /** Whether the failure would not have happened with everything in its place. */
  public static boolean isBehind(Throwable failure) {
    return Causes.anyOf(failure, Outage::isOutage);
  }

  private static boolean isOutage(Throwable failure) {
    return failure instanceof QueueUnavailableException
        // No connection to be had.
        || failure instanceof ResourceException
        || failure instanceof SQLException sql && isOutage(sql.getSQLState());
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
