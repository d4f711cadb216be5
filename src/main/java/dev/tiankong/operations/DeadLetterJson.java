package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.query.DeadLetter;
import dev.tiankong.request.PageCursor;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.UUID;

/** Dead letters as operators see them. */
final class DeadLetterJson {

  private DeadLetterJson() {}

  static JsonObject of(DeadLetter letter) {
    return JSON.createObjectBuilder()
        .add("batch", letter.chunk().batchId().toString())
        .add("chunk", letter.chunk().number())
        .add("index", letter.first().index())
        .add("text", letter.first().text())
        .add("items", letter.items())
        .add("attempts", letter.attempts())
        .add("reason", letter.first().error().message())
        .add("parameters", letter.first().error().parameters())
        .add("at", letter.at().toString())
        .build();
  }

  /** What continues a list behind one. */
  static JsonValue next(DeadLetter last) {
    DeadLetter.Place place = last.place();
    return JSON.createValue(PageCursor.of(place.at(), place.batchId(), place.number()));
  }

  /**
   * @throws RuntimeException if no answer ever said that
   */
  static DeadLetter.Place place(String next) {
    String[] parts = PageCursor.read(next, 3);
    return new DeadLetter.Place(
        Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
  }
}
