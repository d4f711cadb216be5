package dev.tiankong.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folder in which an import works, beside its target so that a rename publishes the result. A
 * killed import leaves it behind; the next one begins by clearing it up.
 */
final class Staging implements Closeable {

  private final Path folder;
  private final Path target;
  private final Closeable lock;

  private Staging(Path models, String name, Closeable lock) {
    this.folder = models.resolve(".importing-" + name);
    this.target = models.resolve(name);
    this.lock = lock;
  }

  static Staging open(Path models, String name) throws IOException {
    Files.createDirectories(models);
    Staging staging = new Staging(models, name, ImportLock.take(models, name));
    try {
      staging.clearUp();
      Files.createDirectories(staging.model());
      Files.createDirectories(staging.unpacked());
      return staging;
    } catch (IOException e) {
      staging.lock.close();
      throw e;
    }
  }

  String name() {
    return target.getFileName().toString();
  }

  /** What will be published. */
  Path model() {
    return folder.resolve("model");
  }

  Path unpacked() {
    return folder.resolve("unpacked");
  }

  private Path replaced() {
    return folder.resolve("replaced");
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
      Files.move(target, replaced(), StandardCopyOption.ATOMIC_MOVE);
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

  private void clearUp() throws IOException {
    if (Files.exists(replaced()) && Files.notExists(target)) {
      // Killed between the two renames: the old model is all there is.
      Files.move(replaced(), target, StandardCopyOption.ATOMIC_MOVE);
    }
    Folders.delete(folder);
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      clearUp();
    }
  }
}
