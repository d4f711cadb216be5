package dev.tiankong.overview;

import java.time.Instant;
import java.util.Map;

/**
 * What was submitted since midnight.
 *
 * @param since when that was, where whoever asks is
 * @param batches how many are in a state, for each state that there is
 */
record Today(Instant since, Map<String, Long> batches, Items items, Attempts attempts) {

  /**
   * How often workers began on a chunk.
   *
   * @param retries how many of them did again what an earlier one had not finished
   */
  record Attempts(long total, long retries) {

    static final Attempts NONE = new Attempts(0, 0);

    Attempts plus(Attempts other) {
      return new Attempts(total + other.total, retries + other.retries);
    }
  }

  /**
   * How many texts have which result.
   *
   * @param cacheHits those of the succeeded whose answer was known
   */
  record Items(long total, long succeeded, long failed, long cancelled, long cacheHits) {

    static final Items NONE = new Items(0, 0, 0, 0, 0);

    Items plus(Items other) {
      return new Items(
          total + other.total,
          succeeded + other.succeeded,
          failed + other.failed,
          cancelled + other.cancelled,
          cacheHits + other.cacheHits);
    }

    long pending() {
      return total - succeeded - failed - cancelled;
    }
  }
}
