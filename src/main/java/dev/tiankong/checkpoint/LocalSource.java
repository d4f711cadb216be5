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
    LargeFilePointer.refuse(found);
    // One file of PyTorch is a zip, too, but no model.
    if (!Unpacking.isZip(found) || found.toString().endsWith(".bin")) {
      throw new CheckpointException(
          "%s is neither a directory nor a zip or jar: use the directory with all files of the model."
              .formatted(found.getFileName()));
    }
    Unpacking.unpack(found, empty, progress);
    return empty;
  }
}
