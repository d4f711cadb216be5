package dev.tiankong.batch.api;

import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads an array of texts. What is wrong with one of them is kept with it; the others go on. */
@ApplicationScoped
class TextsReader {

  /** Nobody means more than that: it is an attack, not a mistake in one text. */
  private static final int MAX_DEPTH = 100;

  private static final ItemError NOT_A_STRING =
      new ItemError(
          "NOT_A_STRING", "A text must be a JSON string: write \"…[MASK]…\" in quotation marks.");

  @Inject
  @ConfigProperty(name = "tiankong.batch.max.texts", defaultValue = "1000000")
  int maxTexts;

  @Inject
  @ConfigProperty(name = "tiankong.text.max.characters", defaultValue = "100000")
  int maxCharacters;

  /** The array's elements; the parser stands behind its opening bracket. */
  List<SubmittedText> read(JsonParser parser) {
    List<SubmittedText> texts = new ArrayList<>();
    for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
      if (texts.size() == maxTexts) {
        throw new Problem(
                413,
                "too-many-texts",
                "A batch takes at most %d texts: split it into several.".formatted(maxTexts))
            .toException();
      }
      texts.add(
          event == Event.VALUE_STRING
              ? StorableText.of(bounded(parser.getString(), texts.size()))
              : new SubmittedText(shown(parser, event), NOT_A_STRING));
    }
    if (texts.isEmpty()) {
      throw Problem.unprocessable("no-texts", "A batch needs at least one text.").toException();
    }
    return texts;
  }

  private String bounded(String text, int index) {
    if (text.length() > maxCharacters) {
      throw Problem.unprocessable(
              "text-too-long",
              "Text %d has %d characters, and may have %d: cut it into several."
                  .formatted(index, text.length(), maxCharacters))
          .toException();
    }
    return text;
  }

  /** Something that lets people recognize the element; what is nested in it is passed over. */
  private static String shown(JsonParser parser, Event event) {
    return switch (event) {
      case START_ARRAY -> {
        passOver(parser);
        yield "[…]";
      }
      case START_OBJECT -> {
        passOver(parser);
        yield "{…}";
      }
      case VALUE_NUMBER -> parser.getString();
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      default -> "null";
    };
  }

  /** To the end of the array or object that was just opened. */
  private static void passOver(JsonParser parser) {
    for (int depth = 1; depth > 0; ) {
      switch (parser.next()) {
        case START_ARRAY, START_OBJECT -> depth++;
        case END_ARRAY, END_OBJECT -> depth--;
        default -> {
          // Whatever it is, it is in the wrong place.
        }
      }
      if (depth > MAX_DEPTH) {
        throw Problem.badRequest(
                "invalid-body", "The body is nested more than %d deep.".formatted(MAX_DEPTH))
            .toException();
      }
    }
  }
}
