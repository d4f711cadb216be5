package dev.tiankong.batch.api;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.InputStream;
import java.util.List;

/** Reads the body of a submit: {@code {"texts": […], "topK": 5}}, or the bare array of texts. */
@ApplicationScoped
class SubmissionReader {

  @Inject TextsReader textsReader;

  /**
   * @throws ProblemException if the body is not a submission
   */
  Submission read(InputStream body, String owner) {
    return JsonBody.read(
        body,
        parser ->
            switch (parser.next()) {
              case START_ARRAY ->
                  new Submission(owner, BatchOptions.defaults(), textsReader.read(parser));
              case START_OBJECT -> readObject(parser, owner);
              default ->
                  throw JsonBody.invalid(
                      "The body must be an array of texts, or an object with texts");
            });
  }

  /** The object's members; the parser stands behind its opening brace. */
  private Submission readObject(JsonParser parser, String owner) {
    List<SubmittedText> texts = null;
    JsonObjectBuilder options = Json.createObjectBuilder();
    while (parser.next() != Event.END_OBJECT) {
      String name = parser.getString();
      Event value = parser.next();
      if (!name.equals("texts")) {
        options.add(name, parser.getValue());
      } else if (value == Event.START_ARRAY && texts == null) {
        texts = textsReader.read(parser);
      } else {
        throw JsonBody.invalid("\"texts\" must be given once, as an array", parser.getLocation());
      }
    }
    if (texts == null) {
      throw JsonBody.invalid("The member \"texts\" is missing");
    }
    return new Submission(owner, OptionsJson.read(options.build()), texts);
  }
}
