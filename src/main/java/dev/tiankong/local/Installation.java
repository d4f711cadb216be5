package dev.tiankong.local;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build made, which the launcher only reads. Maven names the places. */
record Installation(Path server, Path war, Path modelSource) {

  static Installation fromSystemProperties() {
    return new Installation(
        existing("tiankong.server"), existing("tiankong.war"), existing("tiankong.model.source"));
  }

  private static Path existing(String property) {
    String value = System.getProperty(property);
    if (value == null || !Files.exists(Path.of(value))) {
      throw new CannotStart(
          "%s is %s, which does not exist: start with mvn -Prun.".formatted(property, value));
    }
    return Path.of(value);
  }
}
