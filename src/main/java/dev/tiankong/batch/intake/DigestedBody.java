package dev.tiankong.batch.intake;

import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A body that can say, once it was read, whether another one is the same. */
final class DigestedBody extends DigestInputStream {

  DigestedBody(InputStream body) {
    super(body, sha256());
  }

  /**
   * Of the body and the options beside it.
   *
   * @param fields of the form that it stood in, if any: the form itself is never twice the same,
   *     because a client makes up a new boundary each time
   */
  String digest(UriInfo uri, Map<String, List<String>> fields) {
    String query = uri.getRequestUri().getQuery();
    if (query != null) {
      update(query);
    }
    if (!fields.isEmpty()) {
      update(new TreeMap<>(fields).toString());
    }
    return HexFormat.of().formatHex(getMessageDigest().digest());
  }

  private void update(String more) {
    getMessageDigest().update(more.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }
}
