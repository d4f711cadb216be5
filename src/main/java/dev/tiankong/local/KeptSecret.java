package dev.tiankong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A random password in a file that only its owner may read, made when it is first asked for.
 *
 * @param remedy what a person does when the file has lost it
 */
record KeptSecret(Path file, String remedy) {

  boolean exists() {
    return Files.exists(file);
  }

  String value() throws IOException {
    return exists() ? read() : make();
  }

  private String read() throws IOException {
    String secret = Files.readString(file).strip();
    // Nobody chose an empty password: the disk was full, or somebody's editor failed.
    if (secret.isEmpty() || secret.chars().anyMatch(c -> c < ' ' || c == '\uFFFD')) {
      throw new CannotStart("%s is damaged: it holds no password. %s".formatted(file, remedy));
    }
    return secret;
  }

  private String make() throws IOException {
    String secret = RandomSecret.make();
    OwnFile.write(file, secret + "\n");
    return secret;
  }
}
