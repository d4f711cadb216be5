package dev.tiankong.histories;

import java.io.Closeable;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the product, or the container of its beans, has logged of failures that nobody meant. */
final class Complaints extends Handler implements Closeable {

  /** What JBoss's log manager says, through any logger, if it is not the JVM's. */
  private static final String NOT_OURS = "org.jboss.logmanager.LogManager";

  // Held here because java.util.logging forgets what was set on a logger that nobody holds.
  private final List<Logger> loggers =
      List.of(Logger.getLogger("dev.tiankong"), Logger.getLogger("org.jboss.weld"));

  private final List<String> taken = new ArrayList<>();

  Complaints() {
    for (Logger logger : loggers) {
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    String line =
        entry.getParameters() == null
            ? entry.getMessage()
            : MessageFormat.format(entry.getMessage(), entry.getParameters());
    boolean meant =
        line.contains(NOT_OURS)
            || line.contains(EasyTask.FAILURE)
            || line.contains(Killed.class.getName())
            || line.contains("is dead-lettered");
    if (entry.getLevel().intValue() >= Level.WARNING.intValue() && !meant) {
      taken.add(line + (entry.getThrown() == null ? "" : ": " + entry.getThrown()));
    }
  }

  synchronized List<String> take() {
    List<String> lines = List.copyOf(taken);
    taken.clear();
    return lines;
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    for (Logger logger : loggers) {
      logger.removeHandler(this);
      logger.setUseParentHandlers(true);
    }
  }
}
