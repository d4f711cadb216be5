package dev.tiankong.batch.api;

import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.SubmittedText;
import java.util.regex.Pattern;

/** Texts that JSON can carry but a database cannot keep. */
final class StorableText {

  /** NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 cannot write. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private static final ItemError INVALID_CHARACTER =
      new ItemError(
          "INVALID_CHARACTER",
          "The text holds a NUL or half a surrogate pair, shown here as \uFFFD: remove it.");

  private StorableText() {}

  /** The text as it is, or a readable rest of it with an error. */
  static SubmittedText of(String text) {
    var unstorable = UNSTORABLE.matcher(text);
    return unstorable.find()
        ? new SubmittedText(unstorable.replaceAll("\uFFFD"), INVALID_CHARACTER)
        : SubmittedText.of(text);
  }
}
