package dev.tiankong.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The small text that Git leaves in place of a large file when Git LFS is not installed. */
final class LargeFilePointer {

  private static final byte[] START =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private LargeFilePointer() {}

  static void refuse(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      if (Arrays.equals(in.readNBytes(START.length), START)) {
        throw new CheckpointException(
            "%s is only a Git LFS pointer to the file: run \"git lfs pull\" in its folder."
                .formatted(file.getFileName()));
      }
    }
  }
}
