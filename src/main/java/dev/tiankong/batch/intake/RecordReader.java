package dev.tiankong.batch.intake;

import dev.tiankong.problem.Problem;
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
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int got = super.read(buffer, offset, count);
    count(Math.max(got, 0));
    return got;
  }

  private void count(int characters) {
    length += characters;
    if (length > LONGEST) {
      throw new Problem(
              413,
              "record-too-long",
              "The body holds a piece of more than %d characters without a text in it."
                  .formatted(LONGEST))
          .toException();
    }
  }
}
