package dev.tiankong.request;

import jakarta.json.stream.JsonLocation;

/** An object in JSON has a member twice. */
final class DuplicateMemberException extends RuntimeException {

  private static final int SHOWN = 100;

  private final transient JsonLocation location;

  DuplicateMemberException(String name, JsonLocation location) {
    super("An object has the member \"%s\" twice".formatted(Characters.shown(name, SHOWN)));
    this.location = location;
  }

  JsonLocation location() {
    return location;
  }
}
