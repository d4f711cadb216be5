package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What of a long text the model gets to read. */
final class Windows {

  // The text's own start and end, which every window has, too.
  private static final int FRAME = 2;

  private Windows() {}

  /**
   * Parts of a text that hold all its masks, each mask in one part, in the order of the text. A
   * text that fits is its only part. Otherwise all parts are as long as the model allows. Masks
   * share one if they lie within half of it, so that to both sides of a mask there is a quarter of
   * context or more, as far as the text goes.
   *
   * @param most tokens that the model reads at a time
   */
  static List<TokenizedText> of(TokenizedText text, int most) {
    if (text.length() <= most) {
      return List.of(text);
    }
    int room = most - FRAME;
    int[] masks = text.masks();
    List<TokenizedText> windows = new ArrayList<>();
    int first = 0;
    while (first < masks.length) {
      int next = first + 1;
      while (next < masks.length && masks[next] - masks[first] < room / 2) {
        next++;
      }
      windows.add(around(Arrays.copyOfRange(masks, first, next), text, room));
      first = next;
    }
    return windows;
  }

  private static TokenizedText around(int[] masks, TokenizedText text, int room) {
    int middle = (masks[0] + masks[masks.length - 1] + 1) / 2;
    int last = text.length() - 1;
    int start = Math.max(1, Math.min(middle - room / 2, last - room));
    long[] ids = new long[room + FRAME];
    ids[0] = text.ids()[0];
    System.arraycopy(text.ids(), start, ids, 1, room);
    ids[room + 1] = text.ids()[last];
    int[] shifted = Arrays.stream(masks).map(mask -> mask - start + 1).toArray();
    return new TokenizedText(text.index(), ids, shifted);
  }
}
