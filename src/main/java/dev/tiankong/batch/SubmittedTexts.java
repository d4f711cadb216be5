package dev.tiankong.batch;

import dev.tiankong.task.ItemError;
import dev.tiankong.wording.Sentence;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Texts on their way in, in their order: a few in memory, many in a file. So a batch of any size
 * takes little memory, and no connection to the database waits for a slow client.
 */
public final class SubmittedTexts {

  private static final int NULL = -1;

  private final Spool spool = new Spool();
  private final DataOutputStream out = new DataOutputStream(spool.out());
  private int size;

  public void add(SubmittedText text) {
    try {
      write(text.text());
      write(text.error() == null ? null : text.error().code());
      write(text.error() == null ? null : text.error().message());
      write(text.error() == null ? null : text.error().parameters().toString());
      write(text.customId());
      write(text.input());
      out.writeInt(text.line());
      size++;
    } catch (IOException e) {
      throw new UncheckedIOException("Could not buffer the texts", e);
    }
  }

  public int size() {
    return size;
  }

  /** What each text in turn is given to. */
  public interface Reader {
    void read(int index, SubmittedText text) throws IOException;
  }

  public void forEach(Reader reader) {
    try (DataInputStream in = new DataInputStream(spool.read())) {
      for (int index = 0; index < size; index++) {
        String text = read(in);
        String code = read(in);
        String message = read(in);
        String parameters = read(in);
        ItemError error =
            code == null ? null : new ItemError(code, message, Sentence.values(parameters));
        reader.read(index, new SubmittedText(text, error, read(in), read(in), in.readInt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the buffered texts", e);
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
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not delete a temporary file with texts", e);
    }
  }
}
