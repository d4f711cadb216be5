package dev.tiankong.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Waits for the next byte before it says that there is none. {@code GZIPInputStream} asks what is
 * available to learn whether another member follows, and would take a slow client's silence for the
 * end of the body.
 */
final class PackedBody extends PushbackInputStream {

  PackedBody(InputStream body) {
    super(body);
  }

  @Override
  public int available() throws IOException {
    if (super.available() == 0) {
      int next = read();
      if (next >= 0) {
        unread(next);
      }
    }
    return super.available();
  }
}
