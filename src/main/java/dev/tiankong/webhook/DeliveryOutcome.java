package dev.tiankong.webhook;

import dev.tiankong.wording.Excerpt;

/**
 * What an attempt came to.
 *
 * @param status of the answer; null if there was none
 * @param error why there was none; null if there was one
 */
record DeliveryOutcome(Integer status, String error) {

  private static final int GONE = 410;
  private static final int LONGEST = 500;

  static DeliveryOutcome answered(int status) {
    return new DeliveryOutcome(status, null);
  }

  static DeliveryOutcome failed(String reason) {
    // Part of it may be the receiver's words, and it goes into the log and the database.
    return new DeliveryOutcome(null, Excerpt.of(reason.replaceAll("\\p{Cntrl}", " "), LONGEST));
  }

  /** For the log. */
  String inWords() {
    return status == null ? error : "answered " + status;
  }

  boolean isSuccess() {
    return status != null && status / 100 == 2;
  }

  /** Whether the receiver wants to hear no more of it. */
  boolean isFarewell() {
    return status != null && status == GONE;
  }
}
