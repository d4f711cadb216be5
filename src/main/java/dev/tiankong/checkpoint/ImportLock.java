package dev.tiankong.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second import of the same name away. A killed import's lock is free again. */
final class ImportLock {

  private ImportLock() {}

  // The file stays: whoever deletes it could have a third import lock a file of the same name.
  static Closeable take(Path models, String name) throws IOException {
    FileChannel channel =
        FileChannel.open(
            models.resolve(".lock-" + name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isTaken(channel)) {
      channel.close();
      throw new IllegalStateException(
          "Another import of %s is running: wait for it, or choose another name.".formatted(name));
    }
    return channel;
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException heldByThisProgram) {
      return true;
    }
  }
}
