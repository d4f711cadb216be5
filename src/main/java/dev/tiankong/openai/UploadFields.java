package dev.tiankong.openai;

import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
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
            throw OpenAiCode.UNKNOWN_PARAMETER.about(name, "Unknown field \"{parameter}\".");
          }
          if (values.size() > 1) {
            throw OpenAiCode.INVALID_VALUE.about(
                name,
                Sentence.of(
                        "The field \"{parameter}\" is given {times} times, but is allowed only once.")
                    .with("times", values.size()));
          }
        });
  }

  /**
   * @throws Refusal unless the file is for a batch
   */
  static void requirePurpose(MultivaluedMap<String, String> fields) {
    String purpose = fields.getFirst(PURPOSE);
    if (purpose == null) {
      throw OpenAiCode.MISSING_REQUIRED_PARAMETER.about(
          PURPOSE, "The field \"{parameter}\" is missing: it must be \"batch\".");
    }
    if (!FileKind.INPUT.purpose().equals(purpose)) {
      throw OpenAiCode.INVALID_PURPOSE.about(
          PURPOSE,
          Sentence.of("The purpose must be \"batch\", not \"{found}\".").with("found", purpose));
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
    throw OpenAiCode.INVALID_EXPIRY.about(
        param,
        "{parameter} needs the anchor \"created_at\", and %d to %d seconds."
            .formatted(SHORTEST.toSeconds(), LONGEST.toSeconds()));
  }
}
