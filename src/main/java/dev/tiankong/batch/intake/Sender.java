package dev.tiankong.batch.intake;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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

  /** With further options, which win over those of the same name. */
  Sender with(JsonObject more) {
    JsonObjectBuilder all = JSON.createObjectBuilder(options);
    more.forEach(all::add);
    return new Sender(owner, key, all.build());
  }
}
