package dev.tiankong.batch.intake;

import jakarta.json.JsonObject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** A body that can say, once it was read, whether another one is the same. */
final class DigestedBody extends DigestInputStream {

  DigestedBody(InputStream body) {
    super(body, DigestUtils.getSha256Digest());
  }

  /** Of the body and the options beside it. */
  String digest(JsonObject options) {
    if (!options.isEmpty()) {
      getMessageDigest().update(options.toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(getMessageDigest().digest());
  }
}
