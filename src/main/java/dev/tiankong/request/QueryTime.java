package dev.tiankong.request;

import dev.tiankong.wording.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times behind the question mark of an address. */
public final class QueryTime {

  private static final int LAST_YEAR = 9999;

  private QueryTime() {}

  /**
   * @param value null if it was left out
   * @throws Refusal if it is not a time of the years 0 to 9999
   */
  public static Optional<Instant> read(String name, String value) {
    return QueryValue.read(
        name, value, QueryTime::time, "a time such as 2026-11-23T08:00:00Z" + hint(value));
  }

  /** What to do about a time that lost its plus sign, which stands for a space in an address. */
  public static String hint(String value) {
    return value != null && value.indexOf(' ') > 0
        ? " (a + before the offset is written %2B in an address)"
        : "";
  }

  /** The database does not know all the years that Java does. */
  private static Instant time(String given) {
    Instant time = Instant.parse(given);
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 0 || year > LAST_YEAR) {
      throw new DateTimeException(given);
    }
    return time;
  }
}
