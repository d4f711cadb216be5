package dev.tiankong.logging;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A failure as a log or a table may show it: with the same stack trace and the same causes, but its
 * messages are short and on one line. They may quote what came from outside, which must not look
 * like a line of the log.
 */
public final class LoggedFailure extends Exception {

  private static final int MOST_CAUSES = 10;
  private static final int MOST_CHARACTERS = 500;

  /** Of all causes together. */
  private static final int SHOWN_FRAMES = 60;

  private final String summary;

  public static LoggedFailure of(Throwable failure) {
    return new LoggedFailure(failure, MOST_CAUSES);
  }

  private LoggedFailure(Throwable failure, int depth) {
    super(null, copy(failure.getCause(), depth), true, true);
    summary = oneLine(failure.toString());
    setStackTrace(failure.getStackTrace());
    Stream.of(failure.getSuppressed())
        .limit(MOST_CAUSES)
        .map(suppressed -> copy(suppressed, depth))
        .filter(copy -> copy != null)
        .forEach(this::addSuppressed);
  }

  /** Causes may go round in a circle. */
  private static LoggedFailure copy(Throwable failure, int depth) {
    return failure == null || depth <= 1 ? null : new LoggedFailure(failure, depth - 1);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ");
    if (line.length() <= MOST_CHARACTERS) {
      return line;
    }
    int end = MOST_CHARACTERS - 1;
    // Half a character cannot be stored.
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** Class and message. */
  @Override
  public String toString() {
    return summary;
  }

  /** The failure and all of its causes, each with the places where it began. */
  public String abbreviated() {
    List<Throwable> chain = new ArrayList<>();
    for (Throwable cause = this; cause != null; cause = cause.getCause()) {
      chain.add(cause);
    }
    int frames = SHOWN_FRAMES / chain.size();
    StringJoiner lines = new StringJoiner("\nCaused by: ");
    chain.forEach(cause -> lines.add(abbreviated(cause, frames)));
    return lines.toString();
  }

  private static String abbreviated(Throwable cause, int frames) {
    StackTraceElement[] all = cause.getStackTrace();
    StringBuilder lines = new StringBuilder(cause.toString());
    Stream.of(all).limit(frames).forEach(frame -> lines.append("\n    at ").append(place(frame)));
    if (all.length > frames) {
      lines.append("\n    ... ").append(all.length - frames).append(" more");
    }
    return lines.toString();
  }

  /** Without the module and its version, which are longer than the rest. */
  private static String place(StackTraceElement frame) {
    String file = frame.getFileName() == null ? "" : frame.getFileName();
    String line = frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber();
    return "%s.%s(%s%s)".formatted(frame.getClassName(), frame.getMethodName(), file, line);
  }

  // The copied one is set instead.
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
