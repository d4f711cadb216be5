package dev.tiankong.batch.intake;

import dev.tiankong.request.JsonBody;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.Reader;
import java.util.List;
import java.util.Set;

/** {@code {"texts": […], "topK": 5}}, or the bare array of texts. */
@ApplicationScoped
class JsonFormat implements BodyFormat {

  /** Two names for one thing: texts are strings mostly, items have more to them. */
  private static final Set<String> TEXTS = Set.of("texts", "items");

  @Override
  public List<String> mediaTypes() {
    return List.of("application/json");
  }

  @Override
  public JsonObject read(Reader body, TextCollector texts) {
    return JsonBody.read(
        body,
        parser ->
            switch (parser.next()) {
              case START_ARRAY -> {
                readTexts(parser, parser.next(), texts);
                yield noOptions();
              }
              case START_OBJECT -> readMembers(parser, texts);
              default ->
                  throw JsonBody.invalid(
                      "no-texts", "The body must be an array of texts, or an object with texts.");
            });
  }

  /** The object's members; the parser stands behind its opening brace. */
  private static JsonObject readMembers(JsonParser parser, TextCollector texts) {
    boolean given = false;
    boolean found = false;
    JsonObjectBuilder members = Json.createObjectBuilder();
    while (parser.next() != Event.END_OBJECT) {
      String name = parser.getString();
      Event value = parser.next();
      if (!TEXTS.contains(name)) {
        members.add(name, parser.getValue());
      } else if (value == Event.START_ARRAY) {
        given = true;
        Event first = parser.next();
        // An empty array beside the other one counts as left out, as null does: generated clients
        // write one for what nobody has set.
        if (first != Event.END_ARRAY) {
          if (found) {
            throw JsonBody.invalid(
                Sentence.of(
                    "texts-twice",
                    "Use either \"texts\" or \"items\", not both (line {line}, column {column})."),
                parser.getLocation());
          }
          readTexts(parser, first, texts);
          found = true;
        }
      } else if (value != Event.VALUE_NULL) {
        throw JsonBody.invalid(
            Sentence.of(
                    "wrong-type", "\"{member}\" must be {expected} (line {line}, column {column}).")
                .with("member", name)
                .with("expected", "an array"),
            parser.getLocation());
      }
    }
    if (!given) {
      throw JsonBody.missing("texts");
    }
    return members.build();
  }

  /** To the end of an array. */
  private static void readTexts(JsonParser parser, Event first, TextCollector texts) {
    for (Event event = first; event != Event.END_ARRAY; event = parser.next()) {
      texts.atLine(parser.getLocation().getLineNumber());
      JsonItem.read(parser, event).addTo(texts);
    }
  }
}
