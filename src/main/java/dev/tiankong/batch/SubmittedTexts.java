package dev.tiankong.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;

/**
 * Texts on their way in, in their order: a few in memory, many in a file. So a batch of any size
 * takes little memory, and no connection to the database waits for a slow client.
 */
public final class SubmittedTexts {

  private static final int IN_MEMORY = 1 << 20;
  private static final int NULL = -1;

  private final DeferredFileOutputStream spool =
      DeferredFileOutputStream.builder().setThreshold(IN_MEMORY).setPrefix("tiankong-texts").get();
  private final DataOutputStream out = new DataOutputStream(new BufferedOutputStream(spool));
  private int size;

  public void add(SubmittedText text) {
    try {
      write(text.text());
      write(text.error() == null ? null : text.error().code());
      write(text.error() == null ? null : text.error().message());
      write(text.customId());
      write(text.input());
      out.writeInt(text.line());
      size++;
    } catch (IOException e) {
      throw new UncheckedIOException("The texts could not be put aside", e);
    }
  }

  public int size() {
    return size;
  }

  /** What each text in turn is given to. */
  public interface Reader {
    void read(int index, SubmittedText text) throws IOException;
  }

  public void forEach(Reader reader) throws IOException {
    out.close();
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(spool.toInputStream()))) {
      for (int index = 0; index < size; index++) {
        String text = read(in);
        String code = read(in);
        String message = read(in);
        ItemError error = code == null ? null : new ItemError(code, message);
        reader.read(index, new SubmittedText(text, error, read(in), read(in), in.readInt()));
      }
    }
  }

  private void write(String value) throws IOException {
    if (value == null) {
      out.writeInt(NULL);
    } else {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  private static String read(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NULL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  /** Forgets the texts. */
  public void discard() {
    try {
      out.close();
      if (spool.getPath() != null) {
        Files.deleteIfExists(spool.getPath());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A file with texts could not be removed", e);
    }
  }
}
