package dev.tiankong.request;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.function.Consumer;

/** Writes JSON member by member, which spares the objects that it would be built from. */
public final class JsonText {

  private JsonText() {}

  /** An object with the members that are written. */
  public static String of(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEnd();
    }
    return text.toString();
  }
}
