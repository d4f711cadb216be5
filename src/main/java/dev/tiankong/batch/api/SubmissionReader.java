package dev.tiankong.batch.api;

import dev.tiankong.batch.Submission;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.batch.TextTask;
import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;

/** Reads the body of a submit: {@code {"texts": […], "topK": 5}}, or the bare array of texts. */
@ApplicationScoped
class SubmissionReader {

  private static final int DEFAULT_TOP_K = 5;

  @Inject TextTask task;
  @Inject TextsReader textsReader;

  /**
   * @throws ProblemException if the body is not a submission
   */
  Submission read(InputStream body, String owner) {
    // A decoder that reports: a damaged byte must not become a question mark in somebody's text.
    Reader utf8 = new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder());
    try (JsonParser parser = Json.createParser(utf8)) {
      Submission submission =
          switch (parser.next()) {
            case START_ARRAY -> new Submission(owner, DEFAULT_TOP_K, textsReader.read(parser));
            case START_OBJECT -> readObject(parser, owner);
            default -> throw invalid("The body must be an array of texts, or an object with texts");
          };
      if (parser.hasNext()) {
        // Never an event, always a complaint: a document is one value.
        parser.next();
      }
      return submission;
    } catch (JsonParsingException e) {
      throw invalid("The body is not valid JSON" + at(e.getLocation()));
    } catch (NoSuchElementException e) {
      throw invalid("The body is empty or ends early");
    } catch (JsonException e) {
      throw invalid(
          e.getCause() instanceof CharacterCodingException
              ? "The body is not valid UTF-8"
              : "The body cannot be read as JSON: " + e.getMessage());
    }
  }

  /** The object's members; the parser stands behind its opening brace. */
  private Submission readObject(JsonParser parser, String owner) {
    List<SubmittedText> texts = null;
    int topK = DEFAULT_TOP_K;
    while (parser.next() != Event.END_OBJECT) {
      String name = parser.getString();
      Event value = parser.next();
      switch (name) {
        case "texts" -> {
          if (value != Event.START_ARRAY || texts != null) {
            throw invalid("\"texts\" must be given once, as an array" + at(parser.getLocation()));
          }
          texts = textsReader.read(parser);
        }
        case "topK" -> topK = topK(parser, value);
        default ->
            throw invalid(
                "There is no member \"%s\" (known: texts, topK)".formatted(name)
                    + at(parser.getLocation()));
      }
    }
    if (texts == null) {
      throw invalid("The member \"texts\" is missing");
    }
    return new Submission(owner, topK, texts);
  }

  private int topK(JsonParser parser, Event value) {
    if (value == Event.VALUE_NUMBER && parser.isIntegralNumber()) {
      // Not getInt(), which wraps 4294967301 to 5.
      BigDecimal topK = parser.getBigDecimal();
      if (topK.signum() > 0 && topK.compareTo(BigDecimal.valueOf(task.maxTopK())) <= 0) {
        return topK.intValue();
      }
    }
    throw Problem.unprocessable(
            "top-k-out-of-range", "topK must be a whole number from 1 to " + task.maxTopK() + ".")
        .toException();
  }

  private static String at(JsonLocation location) {
    return " (line %d, column %d)".formatted(location.getLineNumber(), location.getColumnNumber());
  }

  private static ProblemException invalid(String what) {
    return Problem.badRequest("invalid-body", what + ".").toException();
  }
}
