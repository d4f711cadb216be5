package dev.tiankong.batch.intake;

import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.SubmittedText;
import java.util.regex.Pattern;

/** Texts that JSON can carry but a database cannot keep. */
public final class StorableText {

  /** NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 cannot write. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private static final String NUL_IN_JSON = "\\u0000";

  /** Behind backslashes in pairs, each of which is one that was escaped. */
  private static final Pattern ESCAPED_NUL =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)" + Pattern.quote(NUL_IN_JSON));

  private static final ItemError INVALID_CHARACTER =
      new ItemError(
          "INVALID_CHARACTER",
          "The text holds a NUL or half a surrogate pair, shown here as \uFFFD: remove it.");

  private StorableText() {}

  /** The text as it is, or a readable rest of it with an error. */
  public static SubmittedText of(String text, String customId, String input, int line) {
    return of(text, null, customId, input, line);
  }

  /**
   * @param error what is wrong with it already, or null
   */
  static SubmittedText of(String text, ItemError error, String customId, String input, int line) {
    return new SubmittedText(
        mended(text),
        error == null && !isStorable(text) ? INVALID_CHARACTER : error,
        customId == null ? null : mended(customId),
        input == null ? null : mendedJson(input),
        line);
  }

  public static boolean isStorable(String text) {
    return !UNSTORABLE.matcher(text).find();
  }

  /** So much of something that people recognize it. */
  static String shown(String text, int most) {
    return mended(text.length() > most ? text.substring(0, most) + "…" : text);
  }

  private static String mendedJson(String json) {
    String mended = mended(json);
    return mended.contains(NUL_IN_JSON)
        ? ESCAPED_NUL.matcher(mended).replaceAll("$1\uFFFD")
        : mended;
  }

  private static String mended(String text) {
    return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
  }
}
