package dev.tiankong.batch.intake;

import dev.tiankong.wording.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;

/** A way to write many texts down. */
interface BodyFormat {

  /** The media types that name it, without parameters. */
  List<String> mediaTypes();

  /**
   * Reads a body to its end.
   *
   * @param texts take each text as it is read
   * @return the options that stand in the body
   * @throws Refusal if the body as a whole is not of this format
   */
  JsonObject read(Reader body, TextCollector texts) throws IOException;

  default boolean reads(MediaType type) {
    return mediaTypes()
        .contains((type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT));
  }

  /** What a format without a place for options gives. */
  default JsonObject noOptions() {
    return JsonValue.EMPTY_JSON_OBJECT;
  }
}
