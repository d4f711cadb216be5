package dev.tiankong.request;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Reads request bodies piece by piece, and says where one is broken. */
public final class JsonBody {

  private static final long FIRST_LINE = 1;
  private static final int SHOWN = 100;

  private JsonBody() {}

  /**
   * @param read takes the document's one value from the parser
   * @throws Refusal if the body is not JSON in UTF-8
   */
  public static <T> T read(InputStream body, Function<JsonParser, T> read) {
    return read(new DecodedBody(body, StandardCharsets.UTF_8), read);
  }

  /**
   * @param read takes the document's one value from the parser
   * @throws Refusal if the body is not JSON
   */
  public static <T> T read(Reader body, Function<JsonParser, T> read) {
    return read(body, FIRST_LINE, read);
  }

  /**
   * @param number of the line, from 1
   * @param read takes the line's one value from the parser
   * @throws Refusal if the line is not JSON
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
    try (JsonParser parser = new StrictParser(JSON.createParser(body), firstLine)) {
      T value = read.apply(parser);
      if (parser.hasNext()) {
        // Never an event, always a complaint: a document is one value.
        parser.next();
      }
      return value;
    } catch (JsonParsingException e) {
      throw invalid(
          Sentence.of("not-json", "The body is not valid JSON (line {line}, column {column})."),
          e.getLocation());
    } catch (NoSuchElementException e) {
      throw invalid("ends-early", "The body is empty or incomplete.");
    } catch (JsonException e) {
      throw invalid(
          Sentence.of("unreadable-json", "The body cannot be parsed as JSON: {cause}.")
              .with("cause", String.valueOf(e.getMessage())));
    } catch (UnsupportedOperationException | NumberFormatException e) {
      throw invalid("number-too-large", "The body has a number that is too long or too large.");
    } catch (RuntimeException e) {
      // The parser's way to say that it counted a thousand levels: it has no better exception.
      throw e.getClass() == RuntimeException.class
          ? invalid("too-deep", "The body is nested too deeply.")
          : e;
    }
  }

  /** Whether a problem is that of an object with a member twice. */
  public static boolean isDuplicateMember(Refusal e) {
    return e.code() == ProblemCode.DUPLICATE_MEMBER;
  }

  /**
   * @param sentence which names a line and a column
   */
  public static Refusal invalid(Sentence sentence, JsonLocation where) {
    return invalid(
        sentence.with("line", where.getLineNumber()).with("column", where.getColumnNumber()));
  }

  /**
   * @param reason which of the things that can be wrong with a body this is
   */
  public static Refusal invalid(String reason, String sentence) {
    return invalid(Sentence.of(reason, sentence));
  }

  /**
   * @param sentence with a reason among its values
   */
  public static Refusal invalid(Sentence sentence) {
    return new Refusal(ProblemCode.INVALID_BODY, sentence);
  }

  public static Refusal missing(String member) {
    return invalid(
        Sentence.of("missing-member", "The member \"{member}\" is missing.")
            .with("member", member));
  }

  /** A member, field or the like of another type than it has to be. */
  public static Refusal wrongType(String member, String expected) {
    return invalid(
        Sentence.of("wrong-type", "\"{member}\" must be {expected}.")
            .with("member", member)
            .with("expected", expected));
  }

  /** One with characters that no database can keep. */
  public static Refusal unstorable(String member) {
    return invalid(
        Sentence.of(
                "invalid-character",
                "\"{member}\" contains NUL or an unpaired surrogate: remove it.")
            .with("member", member));
  }

  /** One that there is not. */
  public static Refusal unknownMember(String member, Collection<String> known) {
    return invalid(
        Sentence.of("unknown-member", "Unknown member \"{member}\" (known: {known}).")
            .with("member", Characters.shown(member, SHOWN))
            .with("known", known));
  }
}
