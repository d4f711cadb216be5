package dev.tiankong.openai;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;

/** A file as OpenAI's clients read it. */
final class FileJson {

  private FileJson() {}

  static JsonObject of(StoredFile file) {
    return JSON.createObjectBuilder()
        .add("id", PublicId.FILE.of(file.id()))
        .add("object", "file")
        .add("bytes", file.bytes())
        .add("created_at", file.createdAt().getEpochSecond())
        .add("expires_at", seconds(file.expiresAt()))
        .add("filename", file.name())
        .add("purpose", file.kind().purpose())
        .add("status", "processed")
        .addNull("status_details")
        .build();
  }

  static JsonObject deleted(StoredFile file) {
    return JSON.createObjectBuilder()
        .add("id", PublicId.FILE.of(file.id()))
        .add("object", "file")
        .add("deleted", true)
        .build();
  }

  /** Unix time, null for null. */
  static JsonValue seconds(Instant instant) {
    return instant == null ? JsonValue.NULL : JSON.createValue(instant.getEpochSecond());
  }
}
