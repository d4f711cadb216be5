package dev.tiankong.webhook;

import static org.apache.commons.codec.digest.HmacAlgorithms.HMAC_SHA_256;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.HmacUtils;

/** The header {@code webhook-signature} of the Standard Webhooks scheme. */
final class Signature {

  private Signature() {}

  /**
   * @param keys each signs for itself
   */
  static String of(String id, long timestamp, String body, List<byte[]> keys) {
    String signed = "%s.%d.%s".formatted(id, timestamp, body);
    return keys.stream()
        .map(key -> new HmacUtils(HMAC_SHA_256, key).hmac(signed))
        .map(mac -> "v1," + Base64.getEncoder().encodeToString(mac))
        .collect(Collectors.joining(" "));
  }
}
