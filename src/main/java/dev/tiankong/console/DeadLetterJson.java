package dev.tiankong.console;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.DeadLetter;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Dead letters as operators see them. */
final class DeadLetterJson {

  private static final String SEPARATOR = " ";

  private DeadLetterJson() {}

  static JsonObject of(DeadLetter letter) {
    return JSON.createObjectBuilder()
        .add("batch", letter.chunk().batchId().toString())
        .add("chunk", letter.chunk().number())
        .add("index", letter.first().index())
        .add("text", letter.first().text())
        .add("items", letter.items())
        .add("attempts", letter.attempts())
        .add("reason", letter.first().reason())
        .add("at", letter.at().toString())
        .build();
  }

  /** What continues a list behind one. Clients need not know what it says. */
  static JsonValue next(DeadLetter last) {
    DeadLetter.Place place = last.place();
    String text = place.at() + SEPARATOR + place.batchId() + SEPARATOR + place.number();
    return JSON.createValue(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * @throws RuntimeException if no answer ever said that
   */
  static DeadLetter.Place place(String next) {
    String[] parts =
        new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8).split(SEPARATOR);
    return new DeadLetter.Place(
        Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
  }
}
