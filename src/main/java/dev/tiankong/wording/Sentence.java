package dev.tiankong.wording;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence for people together with the values in it for programs, which need not parse English.
 *
 * @param template with the names of values in braces: {@code "A batch takes {most} texts."}; of a
 *     list between quotation marks, each element is quoted; two braces stand for one
 * @param values by their names; there may be more than the sentence says
 */
public record Sentence(String template, JsonObject values) {

  /** The value that tells apart sentences of one code. */
  public static final String REASON = "reason";

  /** The value that names the option which the sentence is about. */
  public static final String OPTION = "option";

  /** The values that name what of the request the sentence is about. */
  private static final List<String> SUBJECTS = List.of("parameter", "member", OPTION);

  // Found once: a batch may have a million texts with a sentence each.
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final Pattern PLACE = Pattern.compile("\\{\\{|(\"?)\\{(\\w+)}");

  public static Sentence of(String template) {
    return new Sentence(template, JsonValue.EMPTY_JSON_OBJECT);
  }

  /**
   * @param reason which of the sentences of its code this is
   */
  public static Sentence of(String reason, String template) {
    return of(template).with(REASON, reason);
  }

  public Sentence with(String name, String value) {
    return with(name, JSON.createValue(value));
  }

  public Sentence with(String name, long value) {
    return with(name, JSON.createValue(value));
  }

  public Sentence with(String name, Collection<String> value) {
    return with(name, JSON.createArrayBuilder(value).build());
  }

  private Sentence with(String name, JsonValue value) {
    return new Sentence(template, JSON.createObjectBuilder(values).add(name, value).build());
  }

  /** A sentence that is there already, with the values in it. */
  public static Sentence verbatim(String text, JsonObject values) {
    return new Sentence(text.replace("{", "{{"), values);
  }

  /**
   * Values that were kept as a text.
   *
   * @param json null if there are none
   */
  public static JsonObject values(String json) {
    if (json == null) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    try (JsonReader reader = JSON.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  /**
   * @param place where it is, such as {@code "{member}: "}
   */
  public Sentence prefixed(String place) {
    return new Sentence(place + template, values);
  }

  /** The parameter, member or option that it is about; null if it is about none. */
  public String subject() {
    return SUBJECTS.stream()
        .map(name -> values.getString(name, null))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The same for a route that has another name for the option which it is about. */
  public Sentence renamed(Map<String, String> options) {
    String renamed = options.get(values.getString(OPTION, ""));
    return renamed == null ? this : with(OPTION, renamed);
  }

  /** The sentence itself. */
  public String text() {
    return PLACE
        .matcher(template)
        .replaceAll(place -> Matcher.quoteReplacement(shown(place.group(2), place.group(1))));
  }

  /** As in {@link #text()}: what is put into a log or another sentence is for people. */
  @Override
  public String toString() {
    return text();
  }

  /**
   * @param name null for two braces
   */
  private String shown(String name, String quote) {
    if (name == null) {
      return "{";
    }
    JsonValue value = values.get(name);
    return quote
        + (value instanceof JsonArray list
            ? String.join(quote + ", " + quote, list.getValuesAs(Sentence::shown))
            : shown(value));
  }

  private static String shown(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : String.valueOf(value);
  }
}
