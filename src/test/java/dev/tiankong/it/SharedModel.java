package dev.tiankong.it;

import dev.tiankong.local.DefaultModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The default model, imported once for all servers of the tests, and kept from run to run. */
final class SharedModel {

  private SharedModel() {}

  static Path folder() throws IOException {
    Path models = Path.of(System.getProperty("test.models"));
    DefaultModel.provide(Path.of(System.getProperty("tiankong.model.source")), models);
    return models;
  }

  /** Installs it in a home directory, as a symbolic link. */
  static void linkInto(Path home) throws IOException {
    Path link = Files.createDirectories(home).resolve("models");
    if (!Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(link, folder());
    }
  }
}
