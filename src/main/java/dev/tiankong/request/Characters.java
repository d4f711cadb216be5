package dev.tiankong.request;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;

/**
 * Which characters a text may have, and how they are counted: the same for every text, name and id,
 * whichever way it comes in. A character is a code point of Unicode.
 */
public final class Characters {

  /** NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 cannot write. */
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  private static final String REPLACEMENT = "\uFFFD";

  private Characters() {}

  public static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  public static boolean areStorable(String text) {
    return !UNSTORABLE.matcher(text).find();
  }

  /** All texts and names in it. */
  public static boolean areStorable(JsonValue json) {
    return switch (json.getValueType()) {
      case STRING -> areStorable(((JsonString) json).getString());
      case ARRAY -> ((JsonArray) json).stream().allMatch(Characters::areStorable);
      case OBJECT ->
          ((JsonObject) json)
              .entrySet().stream()
                  .allMatch(
                      member -> areStorable(member.getKey()) && areStorable(member.getValue()));
      default -> true;
    };
  }

  /** The text, with U+FFFD for every character that cannot be stored. */
  public static String replaced(String text) {
    return UNSTORABLE.matcher(text).replaceAll(REPLACEMENT);
  }

  /** The beginning of a text, enough for people to recognize it. */
  public static String shown(String text, int most) {
    return replaced(
        count(text) > most ? text.substring(0, text.offsetByCodePoints(0, most)) + "…" : text);
  }
}
