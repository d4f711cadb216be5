package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.query.AttemptRecord;
import dev.tiankong.request.PageCursor;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;

/** Attempts as they are listed. */
final class AttemptJson {

  private AttemptJson() {}

  /**
   * @param everything also where it ran, and its stack trace: that is for operators
   */
  static JsonObject of(AttemptRecord attempt, boolean everything) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("chunk", attempt.chunk())
            .add("attempt", attempt.attempt())
            .add("firstIndex", attempt.firstIndex())
            .add("lastIndex", attempt.lastIndex())
            .add("outcome", attempt.outcome().name())
            .add("startedAt", attempt.startedAt().toString())
            .add("endedAt", orNull(attempt.endedAt()))
            .add("error", orNull(attempt.error()));
    if (everything) {
      json.add("node", attempt.node())
          .add("worker", attempt.worker())
          .add("stackTrace", orNull(attempt.detail()));
    }
    return json.build();
  }

  private static JsonValue orNull(Object value) {
    return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
  }

  /** What continues a list behind one. */
  static JsonValue next(AttemptRecord last) {
    AttemptRecord.Place place = last.place();
    return JSON.createValue(PageCursor.of(place.at(), place.chunk(), place.attempt()));
  }

  /**
   * @throws RuntimeException if no answer ever said that
   */
  static AttemptRecord.Place place(String next) {
    String[] parts = PageCursor.read(next, 3);
    return new AttemptRecord.Place(
        Instant.parse(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }
}
