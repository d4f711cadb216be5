package dev.tiankong.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Times behind the question mark of an address. */
public final class QueryTime {

  private static final int LAST_YEAR = 9999;

  private QueryTime() {}

  /** What to do about a time that lost its plus sign, which stands for a space in an address. */
  public static String hint(String value) {
    return value != null && value.indexOf(' ') > 0
        ? " (write a + before the offset as %2B in a URL)"
        : "";
  }

  /** The database does not know all the years that Java does. */
  static Instant parse(String given) {
    Instant time = Instant.parse(given);
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > LAST_YEAR) {
      throw new DateTimeException(given);
    }
    return time;
  }
}
