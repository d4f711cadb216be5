package dev.tiankong.histories;

/** Ends an actor where it stands, as if its server had died. Nothing in the product catches it. */
final class Killed extends Error {

  private static final long serialVersionUID = 1;

  Killed() {
    super("killed", null, false, false);
  }
}
