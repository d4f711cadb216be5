package dev.tiankong.logging;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/**
 * Which batch, chunk and attempt the lines are about that this thread logs, the server's own and
 * those of libraries included. Ends when it is closed.
 */
public final class LogContext implements AutoCloseable {

  private static final String BATCH = "batch";
  private static final String CHUNK = "chunk";
  private static final String ATTEMPT = "attempt";

  private LogContext() {}

  public static LogContext batch(UUID batch) {
    MDC.put(BATCH, batch.toString());
    return new LogContext();
  }

  public static LogContext chunk(UUID batch, int number) {
    MDC.put(CHUNK, number);
    return batch(batch);
  }

  /** Until the context of its chunk is closed. */
  public static void attempt(int number) {
    MDC.put(ATTEMPT, number);
  }

  /** Work that logs on another thread what it would on this one. */
  public static <T> Supplier<T> carried(Supplier<T> work) {
    Map<String, Object> context = Map.copyOf(MDC.getMap());
    return () -> {
      context.forEach(MDC::put);
      try {
        return work.get();
      } finally {
        context.keySet().forEach(MDC::remove);
      }
    };
  }

  @Override
  public void close() {
    MDC.remove(ATTEMPT);
    MDC.remove(CHUNK);
    MDC.remove(BATCH);
  }
}
