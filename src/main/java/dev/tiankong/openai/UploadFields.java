package dev.tiankong.openai;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Optional;

/** What stands beside a file that is uploaded. */
final class UploadFields {

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  private UploadFields() {}

  /**
   * @throws Refusal unless the file is for a batch
   */
  static void requirePurpose(MultivaluedMap<String, String> fields) {
    String purpose = fields.getFirst("purpose");
    if (purpose == null) {
      throw Refusal.invalid(
          "purpose",
          "missing_required_parameter",
          "The field \"purpose\" is missing: it must be \"batch\".");
    }
    if (!FileKind.INPUT.purpose().equals(purpose)) {
      throw Refusal.invalid(
          "purpose",
          "invalid_purpose",
          "The purpose must be \"batch\", not \"%s\".".formatted(purpose));
    }
  }

  /**
   * @throws Refusal if there is no such time, or it is out of range
   */
  static Optional<Duration> expiry(MultivaluedMap<String, String> fields) {
    String seconds = fields.getFirst("expires_after[seconds]");
    String anchor = fields.getFirst("expires_after[anchor]");
    if (seconds == null && anchor == null) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofSeconds(expiry("expires_after", anchor, seconds)));
  }

  /**
   * Seconds that something is to be kept.
   *
   * @throws Refusal if there is no such time, or it is out of range
   */
  static long expiry(String param, String anchor, String seconds) {
    if ("created_at".equals(anchor) && seconds != null && seconds.matches("\\d{1,9}")) {
      long number = Long.parseLong(seconds);
      if (number >= SHORTEST.toSeconds() && number <= LONGEST.toSeconds()) {
        return number;
      }
    }
    throw Refusal.invalid(
        param,
        "invalid_expiry",
        "%s needs the anchor \"created_at\", and %d to %d seconds."
            .formatted(param, SHORTEST.toSeconds(), LONGEST.toSeconds()));
  }
}
