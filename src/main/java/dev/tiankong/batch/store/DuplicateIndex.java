package dev.tiankong.batch.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Finds the texts of a batch that came before, or other strings of which each should be one.
 *
 * <p>A hash table with open addressing: 40 MB for a million texts, and nothing for a garbage
 * collection to copy. In a map they would be millions of objects, and everybody would wait for
 * that.
 */
public final class DuplicateIndex {

  private static final int SLOTS_AT_FIRST = 64;
  private static final int NONE = -1;

  private final MessageDigest sha256 = DigestUtils.getSha256Digest();

  /** Halves of a SHA-256: no two texts are taken for one. */
  private long[] high = new long[SLOTS_AT_FIRST];

  private long[] low = new long[SLOTS_AT_FIRST];

  /** The index that each digest came with, or NONE in an empty slot. A power of two long. */
  private int[] firsts = emptySlots(SLOTS_AT_FIRST);

  private int kept;
  private int found;

  private static int[] emptySlots(int number) {
    int[] slots = new int[number];
    Arrays.fill(slots, NONE);
    return slots;
  }

  /**
   * @param index 0 or more
   * @return index of the first text that is equal, null if this is the first
   */
  public Integer firstOf(String text, int index) {
    ByteBuffer digest = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    long textHigh = digest.getLong();
    long textLow = digest.getLong();
    int slot = slot(textHigh, textLow);
    if (firsts[slot] != NONE) {
      found++;
      return firsts[slot];
    }
    fill(slot, textHigh, textLow, index);
    kept++;
    if (2 * kept > firsts.length) {
      grow();
    }
    return null;
  }

  private void fill(int slot, long textHigh, long textLow, int index) {
    high[slot] = textHigh;
    low[slot] = textLow;
    firsts[slot] = index;
  }

  /** Where a digest is, or would be put. At most half of the slots are taken, so there is one. */
  private int slot(long textHigh, long textLow) {
    int last = firsts.length - 1;
    int slot = (int) textLow & last;
    while (firsts[slot] != NONE && (high[slot] != textHigh || low[slot] != textLow)) {
      slot = slot + 1 & last;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldFirsts = firsts;
    high = new long[2 * oldFirsts.length];
    low = new long[2 * oldFirsts.length];
    firsts = emptySlots(2 * oldFirsts.length);
    for (int slot = 0; slot < oldFirsts.length; slot++) {
      if (oldFirsts[slot] != NONE) {
        fill(slot(oldHigh[slot], oldLow[slot]), oldHigh[slot], oldLow[slot], oldFirsts[slot]);
      }
    }
  }

  /** How many came before. */
  int found() {
    return found;
  }
}
