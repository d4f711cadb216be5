package dev.tiankong.request;

import jakarta.json.stream.JsonLocation;

/** An object in JSON has a member twice. */
final class DuplicateMemberException extends RuntimeException {

  private static final int SHOWN = 100;

  private final String member;
  private final transient JsonLocation location;

  DuplicateMemberException(String name, JsonLocation location) {
    this.member = Characters.shown(name, SHOWN);
    this.location = location;
  }

  /** Its name, as far as it can be shown. */
  String member() {
    return member;
  }

  JsonLocation location() {
    return location;
  }
}
