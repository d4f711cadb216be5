package dev.tiankong.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder, or a jar or zip that is unpacked. */
record LocalSource(Path file) implements Source {

  @Override
  public String label() {
    return file.toAbsolutePath().normalize().getFileName().toString();
  }

  @Override
  public Path fetch(Path empty, Progress progress) throws IOException {
    Path found = file.toRealPath();
    if (Files.isDirectory(found)) {
      return found;
    }
    Unpacking.unpack(found, empty, progress);
    return empty;
  }
}
