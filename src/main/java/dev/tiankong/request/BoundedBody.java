package dev.tiankong.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read, and ends the request at the first byte too many. */
final class BoundedBody extends FilterInputStream {

  private final long limit;
  private long read;

  BoundedBody(InputStream body, long limit) {
    super(body);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      count(1);
    }
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    if (got > 0) {
      count(got);
    }
    return got;
  }

  private void count(int bytes) {
    read += bytes;
    if (read > limit) {
      throw UnpackBody.tooLarge(limit);
    }
  }
}
