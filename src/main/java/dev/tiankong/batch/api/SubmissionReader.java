package dev.tiankong.batch.api;

import dev.tiankong.batch.IdempotencyKey;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads the body of a submit: {@code {"texts": […], "topK": 5}}, or the bare array of texts. */
@ApplicationScoped
class SubmissionReader {

  private static final String PRIORITY = "priority";
  private static final String RANGE =
      "a whole number from %d to %d".formatted(Submission.LOWEST, Submission.HIGHEST);

  @Inject TextsReader textsReader;

  /**
   * @throws ProblemException if the body is not a submission
   */
  Submission read(InputStream body, SecurityContext security, HttpHeaders headers) {
    Optional<String> key = IdempotencyHeader.read(headers);
    DigestedBody digested = new DigestedBody(body);
    Parts parts = JsonBody.read(digested, this::parts);
    return new Submission(
        security.getUserPrincipal().getName(),
        OptionsJson.read(parts.members(), PRIORITY),
        Members.read(
            parts.members(),
            PRIORITY,
            Submission.DEFAULT_PRIORITY,
            RANGE,
            SubmissionReader::priority),
        key.map(value -> new IdempotencyKey(value, digested.digest())),
        parts.texts());
  }

  private Parts parts(JsonParser parser) {
    return switch (parser.next()) {
      case START_ARRAY -> new Parts(textsReader.read(parser), JsonValue.EMPTY_JSON_OBJECT);
      case START_OBJECT -> members(parser);
      default ->
          throw JsonBody.invalid("The body must be an array of texts, or an object with texts");
    };
  }

  /** The object's members; the parser stands behind its opening brace. */
  private Parts members(JsonParser parser) {
    List<SubmittedText> texts = null;
    JsonObjectBuilder members = Json.createObjectBuilder();
    while (parser.next() != Event.END_OBJECT) {
      String name = parser.getString();
      Event value = parser.next();
      if (!name.equals("texts")) {
        members.add(name, parser.getValue());
      } else if (value == Event.START_ARRAY && texts == null) {
        texts = textsReader.read(parser);
      } else {
        throw JsonBody.invalid("\"texts\" must be given once, as an array", parser.getLocation());
      }
    }
    if (texts == null) {
      throw JsonBody.invalid("The member \"texts\" is missing");
    }
    return new Parts(texts, members.build());
  }

  private static Integer priority(JsonValue value) {
    Integer number = Members.wholeNumber(value);
    return number == null || number < Submission.LOWEST || number > Submission.HIGHEST
        ? null
        : number;
  }

  /**
   * @param members all but the texts
   */
  private record Parts(List<SubmittedText> texts, JsonObject members) {}
}
