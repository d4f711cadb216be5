package dev.tiankong.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;

/** Finds the texts of a batch that came before, or other strings of which each should be one. */
public final class Twins {

  private final MessageDigest sha256;
  private final Map<Digest, Integer> firsts = new HashMap<>();
  private int found;

  public Twins() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
  }

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
