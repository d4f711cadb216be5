package dev.tiankong.request;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Reads request bodies piece by piece, and says where one is broken. */
public final class JsonBody {

  private static final long FIRST_LINE = 1;

  private JsonBody() {}

  /**
   * @param read takes the document's one value from the parser
   * @throws ProblemException if the body is not JSON in UTF-8
   */
  public static <T> T read(InputStream body, Function<JsonParser, T> read) {
    return read(new DecodedBody(body, StandardCharsets.UTF_8), read);
  }

  /**
   * @param read takes the document's one value from the parser
   * @throws ProblemException if the body is not JSON
   */
  public static <T> T read(Reader body, Function<JsonParser, T> read) {
    return read(body, FIRST_LINE, read);
  }

  /**
   * @param number of the line, from 1
   * @param read takes the line's one value from the parser
   * @throws ProblemException if the line is not JSON
   */
  public static <T> T readLine(String line, long number, Function<JsonParser, T> read) {
    return read(new StringReader(line), number, read);
  }

  /**
   * @param json an object that was read before, as a text
   */
  public static JsonObject object(String json) {
    return readLine(
        json,
        FIRST_LINE,
        parser -> {
          parser.next();
          return parser.getObject();
        });
  }

  private static <T> T read(Reader body, long firstLine, Function<JsonParser, T> read) {
    try (JsonParser parser = new StrictParser(JSON.createParser(body))) {
      T value = read.apply(parser);
      if (parser.hasNext()) {
        // Never an event, always a complaint: a document is one value.
        parser.next();
      }
      return value;
    } catch (JsonParsingException e) {
      throw invalid("The body is not valid JSON", e.getLocation());
    } catch (DuplicateMemberException e) {
      throw Problem.badRequest(
              "duplicate-member",
              "%s (line %d): name each once."
                  .formatted(e.getMessage(), firstLine - 1 + e.location().getLineNumber()))
          .toException();
    } catch (NoSuchElementException e) {
      throw invalid("The body is empty or ends early");
    } catch (JsonException e) {
      throw invalid(
          e.getCause() instanceof UndecodableBodyException undecodable
              ? undecodable.getMessage()
              : "The body cannot be read as JSON: " + e.getMessage());
    } catch (UnsupportedOperationException | NumberFormatException e) {
      throw invalid("The body has a number that is too long, or too large");
    } catch (RuntimeException e) {
      // The parser's way to say that it counted a thousand levels: it has no better exception.
      throw e.getClass() == RuntimeException.class ? invalid("The body is nested too deeply") : e;
    }
  }

  /** Whether a problem is that of an object with a member twice. */
  public static boolean isDuplicateMember(ProblemException e) {
    return e.problem().code().equals("duplicate-member");
  }

  public static ProblemException invalid(String what, JsonLocation where) {
    return invalid(
        "%s (line %d, column %d)".formatted(what, where.getLineNumber(), where.getColumnNumber()));
  }

  public static ProblemException invalid(String what) {
    return Problem.badRequest("invalid-body", what + ".").toException();
  }
}
