package dev.tiankong.logformat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Text as it may stand in a log or on a terminal: characters that are not seen, but change what is
 * seen, are written as escape sequences of Java.
 */
public final class EscapedText {

  private EscapedText() {}

  /** Makes one line of it. */
  public static String line(String text) {
    return escape(text, "");
  }

  /**
   * A log record whose message is one line, with the stack trace behind it. Every line but the
   * first is indented, so that none can be taken for another record.
   *
   * @param thrown what the stack trace is of; may be null
   */
  static String record(String formatted, Throwable thrown) {
    String text = formatted;
    if (thrown != null) {
      text = messagesInOneLine(text, thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }
    return escape(text, "\n\t").replaceAll("\n(?=[^\t])", "\n\t");
  }

  private static String messagesInOneLine(String trace, Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return trace;
    }
    String said = thrown.toString();
    String text = trace.replace(said, line(said));
    for (Throwable suppressed : thrown.getSuppressed()) {
      text = messagesInOneLine(text, suppressed, seen);
    }
    return messagesInOneLine(text, thrown.getCause(), seen);
  }

  private static String escape(String text, String allowed) {
    if (text.codePoints().allMatch(c -> isPlain(c, allowed))) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isPlain(c, allowed)) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append(escape(c));
              }
            });
    return escaped.toString();
  }

  private static boolean isPlain(int c, String allowed) {
    if (allowed.indexOf(c) >= 0) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          // Among them those that change the direction of the text.
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(c)) {
          units.append("\\u%04x".formatted((int) unit));
        }
        yield units.toString();
      }
    };
  }
}
