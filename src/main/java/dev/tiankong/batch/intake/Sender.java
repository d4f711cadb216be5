package dev.tiankong.batch.intake;

import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * What comes beside the body of a submit.
 *
 * @param owner name of the user whose batch it becomes
 * @param key under which it can be handed in again
 * @param options as if they stood in the body, whose own members win
 */
public record Sender(String owner, Optional<String> key, JsonObject options) {

  public Sender {
    key.ifPresent(IdempotencyHeader::check);
  }
}
