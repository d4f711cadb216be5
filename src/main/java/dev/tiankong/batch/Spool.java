package dev.tiankong.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** Bytes that are written once and read later: a few in memory, many in a file until it closes. */
public final class Spool implements Closeable {

  private static final int IN_MEMORY = 1 << 20;

  private final DeferredFileOutputStream bytes =
      DeferredFileOutputStream.builder().setThreshold(IN_MEMORY).setPrefix("tiankong").get();
  private final OutputStream out = new BufferedOutputStream(bytes);

  public OutputStream out() {
    return out;
  }

  /** Ends the writing. */
  public InputStream read() throws IOException {
    out.close();
    return new BufferedInputStream(bytes.toInputStream());
  }

  @Override
  public void close() throws IOException {
    out.close();
    if (bytes.getPath() != null) {
      Files.deleteIfExists(bytes.getPath());
    }
  }
}
