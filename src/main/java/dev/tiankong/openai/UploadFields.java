package dev.tiankong.openai;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What stands beside a file that is uploaded. */
final class UploadFields {

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(30);

  private static final String PURPOSE = "purpose";
  private static final String ANCHOR = "expires_after[anchor]";
  private static final String SECONDS = "expires_after[seconds]";

  private UploadFields() {}

  /**
   * @throws Refusal if there is a field that means nothing here, or one that comes twice
   */
  static void requireKnown(MultivaluedMap<String, String> fields) {
    fields.forEach(
        (name, values) -> {
          if (!Set.of(PURPOSE, ANCHOR, SECONDS).contains(name)) {
            throw Refusal.invalid(
                name, "unknown_parameter", "There is no field \"%s\" here.".formatted(name));
          }
          if (values.size() > 1) {
            throw Refusal.invalid(
                name,
                "invalid_value",
                "The field \"%s\" is given %d times: give it once.".formatted(name, values.size()));
          }
        });
  }

  /**
   * @throws Refusal unless the file is for a batch
   */
  static void requirePurpose(MultivaluedMap<String, String> fields) {
    String purpose = fields.getFirst(PURPOSE);
    if (purpose == null) {
      throw Refusal.invalid(
          PURPOSE,
          "missing_required_parameter",
          "The field \"purpose\" is missing: it must be \"batch\".");
    }
    if (!FileKind.INPUT.purpose().equals(purpose)) {
      throw Refusal.invalid(
          PURPOSE,
          "invalid_purpose",
          "The purpose must be \"batch\", not \"%s\".".formatted(purpose));
    }
  }

  /**
   * @throws Refusal if there is no such time, or it is out of range
   */
  static Optional<Duration> expiry(MultivaluedMap<String, String> fields) {
    String seconds = fields.getFirst(SECONDS);
    String anchor = fields.getFirst(ANCHOR);
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
