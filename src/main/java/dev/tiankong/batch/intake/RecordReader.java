package dev.tiankong.batch.intake;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends the request where one record does not end. Whoever reads a quotation mark keeps all that
 * follows in memory until the next one, which in an attack never comes.
 */
public final class RecordReader extends FilterReader {

  private static final int LONGEST = 1_000_000;

  private int length;

  public RecordReader(Reader body) {
    super(body);
  }

  public void nextRecord() {
    length = 0;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      count((char) next);
    }
    return next;
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int read = super.read(buffer, offset, count);
    for (int i = offset; i < offset + read; i++) {
      count(buffer[i]);
    }
    return read;
  }

  /** Both halves of a surrogate pair as one character, as all limits count them. */
  private void count(char character) {
    if (!Character.isLowSurrogate(character)) {
      length++;
    }
    if (length > LONGEST) {
      throw new Refusal(
          ProblemCode.RECORD_TOO_LONG,
          Sentence.of("The body has more than {most} characters in a row without a complete text.")
              .with("most", LONGEST));
    }
  }
}
