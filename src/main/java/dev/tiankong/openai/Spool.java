package dev.tiankong.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** A file on its way in, so that no connection to the database waits for a slow client. */
final class Spool implements AutoCloseable {

  private static final int IN_MEMORY = 1 << 20;

  private final DeferredFileOutputStream out =
      DeferredFileOutputStream.builder().setThreshold(IN_MEMORY).setPrefix("tiankong-file").get();

  /**
   * @return how many bytes there were
   */
  long take(InputStream content) {
    try {
      long bytes = IOUtils.copyLarge(content, out);
      out.close();
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("The file could not be put aside", e);
    }
  }

  InputStream content() throws IOException {
    return out.toInputStream();
  }

  @Override
  public void close() {
    try {
      out.close();
      if (out.getPath() != null) {
        Files.deleteIfExists(out.getPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A file that was put aside could not be removed", e);
    }
  }
}
