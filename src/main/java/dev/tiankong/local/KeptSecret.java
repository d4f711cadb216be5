package dev.tiankong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** A random password in a file that only its owner may read, made when it is first asked for. */
record KeptSecret(Path file) {
  // No 0, O, 1, l or I: people copy it from one screen to another by hand.
  private static final String ALPHABET =
      "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

  // 57^22 is more than 2^128.
  private static final int LENGTH = 22;

  boolean exists() {
    return Files.exists(file);
  }

  String value() throws IOException {
    return exists() ? Files.readString(file).strip() : make();
  }

  private String make() throws IOException {
    String secret =
        new SecureRandom()
            .ints(LENGTH, 0, ALPHABET.length())
            .mapToObj(index -> ALPHABET.substring(index, index + 1))
            .collect(Collectors.joining());
    // The mode comes with the file's creation: nobody can open it in between.
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, secret + "\n");
    return secret;
  }
}
