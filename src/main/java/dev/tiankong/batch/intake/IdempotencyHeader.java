package dev.tiankong.batch.intake;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header field of draft-ietf-httpapi-idempotency-key-header. */
final class IdempotencyHeader {

  private static final String NAME = "Idempotency-Key";
  private static final Pattern VALID = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private IdempotencyHeader() {}

  static Optional<String> read(HttpHeaders headers) {
    return Optional.ofNullable(headers.getHeaderString(NAME));
  }

  /**
   * @throws Refusal if it is no key
   */
  static void check(String value) {
    if (!VALID.matcher(value).matches()) {
      throw new Refusal(
          ProblemCode.INVALID_IDEMPOTENCY_KEY,
          NAME + " must have 1 to 255 visible ASCII characters, such as a UUID.");
    }
  }
}
