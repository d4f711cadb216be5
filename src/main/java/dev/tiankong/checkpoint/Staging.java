package dev.tiankong.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/**
 * The folder in which an import works, beside its target so that a rename publishes the result. A
 * killed import leaves it behind; the next one begins by deleting it.
 */
final class Staging implements Closeable {

  private final Path folder;
  private final Path target;

  private Staging(Path folder, Path target) {
    this.folder = folder;
    this.target = target;
  }

  static Staging open(Path models, String name) throws IOException {
    Staging staging = new Staging(models.resolve(".importing-" + name), models.resolve(name));
    staging.close();
    Files.createDirectories(staging.model());
    Files.createDirectories(staging.unpacked());
    return staging;
  }

  /** What will be published. */
  Path model() {
    return folder.resolve("model");
  }

  Path unpacked() {
    return folder.resolve("unpacked");
  }

  Path publish() throws IOException {
    try (var files = Files.list(model())) {
      for (Path file : files.toList()) {
        force(file, StandardOpenOption.WRITE);
      }
    }
    force(model(), StandardOpenOption.READ);
    if (Files.exists(target)) {
      // A folder cannot be renamed over a full one.
      Files.move(target, folder.resolve("replaced"), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(model(), target, StandardCopyOption.ATOMIC_MOVE);
    force(target.getParent(), StandardOpenOption.READ);
    return target;
  }

  private static void force(Path path, StandardOpenOption access) throws IOException {
    try (FileChannel channel = FileChannel.open(path, access)) {
      channel.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
