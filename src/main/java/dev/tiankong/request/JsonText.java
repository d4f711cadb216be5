package dev.tiankong.request;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Writes JSON member by member, which spares the objects that it would be built from. */
public final class JsonText {

  /** What some programs end a line at, and JSON may have as it is: NEL, LS and PS. */
  private static final Pattern LINE_END = Pattern.compile("[\u0085\u2028\u2029]");

  private JsonText() {}

  /** The same JSON, in one line for everybody who reads it line by line. */
  public static String inOneLine(String json) {
    return LINE_END
        .matcher(json)
        .replaceAll(end -> "\\\\u%04x".formatted((int) end.group().charAt(0)));
  }

  /** An object with the members that are written, in one line. */
  public static String of(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEnd();
    }
    return inOneLine(text.toString());
  }
}
