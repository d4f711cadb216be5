package dev.tiankong.work;

import dev.tiankong.batch.AttemptError;
import dev.tiankong.wording.Excerpt;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** What is kept of an exception that ended an attempt: enough to find the reason, and no more. */
final class FailureText {

  /** Of one message, which may quote anything. */
  private static final int MOST_CHARACTERS = 500;

  private static final int MOST_CAUSES = 10;

  /** Of all causes together. */
  private static final int SHOWN_FRAMES = 60;

  private FailureText() {}

  static AttemptError of(Throwable failure) {
    return new AttemptError(summary(failure), stackTrace(failure));
  }

  /** Class and message on one line. */
  private static String summary(Throwable failure) {
    return Excerpt.of(
        failure.toString().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " "), MOST_CHARACTERS);
  }

  /** The failure and all of its causes, each with the places where it began. */
  private static String stackTrace(Throwable failure) {
    List<Throwable> chain = chain(failure);
    int frames = SHOWN_FRAMES / chain.size();
    StringJoiner lines = new StringJoiner("\nCaused by: ");
    chain.forEach(cause -> lines.add(beginning(cause, frames)));
    return lines.toString();
  }

  /** Limited: causes may go round in a circle. */
  private static List<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .toList();
  }

  private static String beginning(Throwable cause, int frames) {
    StackTraceElement[] all = cause.getStackTrace();
    StringBuilder lines = new StringBuilder(summary(cause));
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
}
