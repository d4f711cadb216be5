package dev.tiankong.batch.intake;

import dev.tiankong.batch.SubmittedText;
import dev.tiankong.request.Characters;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.Sentence;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Texts with characters that JSON can carry but a database cannot keep. Such a text fails, and is
 * stored with replacements so that its owner recognizes it.
 */
public final class StorableText {

  private static final String NUL_IN_JSON = "\\u0000";

  /** Behind backslashes in pairs, each of which is one that was escaped. */
  private static final Pattern ESCAPED_NUL =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)" + Pattern.quote(NUL_IN_JSON));

  private StorableText() {}

  /** The text as it is, or a readable rest of it with an error. */
  public static SubmittedText of(String text, String customId, String input, int line) {
    return of(text, null, customId, input, line);
  }

  /**
   * @param error what is wrong with it already, or null
   */
  static SubmittedText of(String text, ItemError error, String customId, String input, int line) {
    String storableId = customId == null ? null : Characters.replaced(customId);
    String storableInput = input == null ? null : replacedInJson(input);
    Optional<ItemError> unstorable =
        refuse("text", text, Characters.replaced(text))
            .or(() -> refuse("id", customId, storableId))
            .or(() -> refuse("input", input, storableInput));
    return new SubmittedText(
        Characters.replaced(text),
        error == null ? unstorable.orElse(null) : error,
        storableId,
        storableInput,
        line);
  }

  /** Why a text cannot be worked on, if it holds such characters. */
  public static Optional<ItemError> refuse(String text) {
    return refuse("text", text, Characters.replaced(text));
  }

  private static Optional<ItemError> refuse(String what, String given, String storable) {
    return given == null || given.equals(storable)
        ? Optional.empty()
        : Optional.of(
            new ItemError(
                ItemErrorCode.INVALID_CHARACTER,
                Sentence.of(
                        "The {member} contains NUL or an unpaired surrogate, shown here as \uFFFD: remove it.")
                    .with("member", what)));
  }

  private static String replacedInJson(String json) {
    String replaced = Characters.replaced(json);
    return replaced.contains(NUL_IN_JSON)
        ? ESCAPED_NUL.matcher(replaced).replaceAll("$1\uFFFD")
        : replaced;
  }
}
