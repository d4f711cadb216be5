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

  private static final ItemError NOT_A_STRING =
      new ItemError(
          "NOT_A_STRING", "A text must be a JSON string: write \"…[MASK]…\" in quotation marks.");

  @Inject
  @ConfigProperty(name = "tiankong.batch.max.texts", defaultValue = "100000")
  int maxTexts;

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
              ? StorableText.of(parser.getString())
              : new SubmittedText(shown(parser, event), NOT_A_STRING));
    }
    if (texts.isEmpty()) {
      throw Problem.unprocessable("no-texts", "A batch needs at least one text.").toException();
    }
    return texts;
  }

  /** Something that lets people recognize the element; what is nested in it is passed over. */
  private static String shown(JsonParser parser, Event event) {
    return switch (event) {
      case START_ARRAY -> {
        parser.skipArray();
        yield "[…]";
      }
      case START_OBJECT -> {
        parser.skipObject();
        yield "{…}";
      }
      case VALUE_NUMBER -> parser.getString();
      case VALUE_TRUE -> "true";
      case VALUE_FALSE -> "false";
      default -> "null";
    };
  }
}
