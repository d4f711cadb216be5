package dev.tiankong.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of which parts are mapped; it is never read as a whole. */
final class WeightFile implements Closeable {

  private final Path file;
  private final FileChannel channel;

  WeightFile(Path file) throws IOException {
    this.file = file;
    try {
      LargeFilePointer.refuse(file);
      this.channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new CheckpointException(
          "The checkpoint has no file %s: download all files, and try again.".formatted(name()), e);
    }
  }

  String name() {
    return file.getFileName().toString();
  }

  long size() throws IOException {
    return channel.size();
  }

  /**
   * @param part for the message when the file has no such bytes
   */
  ByteBuffer map(String part, long offset, long length) throws IOException {
    // Compared by subtraction: no hostile offset and length can overflow a sum.
    if (offset < 0 || length < 0 || offset > size() || length > size() - offset) {
      throw new CheckpointException(
          "%s should be %d bytes at %d of %s, but the file has %d: it is damaged or truncated."
              .formatted(part, length, offset, name(), size()));
    }
    if (length > Integer.MAX_VALUE) {
      throw new CheckpointException(
          "%s has %d bytes; the most that can be read at once is 2 GiB.".formatted(part, length));
    }
    return channel.map(MapMode.READ_ONLY, offset, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
