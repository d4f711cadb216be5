package dev.tiankong.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/** Finds the texts of a batch that came before, or other strings of which each should be one. */
public final class Twins {

  private final MessageDigest sha256 = DigestUtils.getSha256Digest();
  private final Map<Digest, Integer> firsts = new HashMap<>();
  private int found;

  /**
   * @return index of the first text that is equal, null if this is the first
   */
  public Integer firstOf(String text, int index) {
    ByteBuffer bytes = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    Integer first = firsts.putIfAbsent(new Digest(bytes.getLong(), bytes.getLong()), index);
    found += first == null ? 0 : 1;
    return first;
  }

  /** How many came before. */
  int found() {
    return found;
  }

  /**
   * Half of a SHA-256: a million texts in a tenth of a gigabyte, and no two that are taken for one.
   */
  private record Digest(long high, long low) {}
}
