package dev.tiankong.wording;

/** The beginning of a text that is too long to be kept. */
public final class Excerpt {

  private static final String MORE = "…";

  private Excerpt() {}

  /**
   * Cut between two characters: half a surrogate pair could not be stored.
   *
   * @param most chars, the mark at the end included
   */
  public static String of(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - MORE.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }
}
