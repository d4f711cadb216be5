package dev.tiankong.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/**
 * A body as characters, without the byte order mark that editors and spreadsheets begin with.
 * Everything before a damaged byte is handed out; then an {@link UndecodableBodyException} says in
 * which line it stands. Java's own readers lose what they have decoded when they fail.
 */
public final class DecodedBody extends Reader {

  private static final int BUFFER = 1 << 13;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream body;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);

  private boolean begun;
  private boolean ended;
  private long line = 1;
  private char previous;

  public DecodedBody(InputStream body, Charset charset) {
    this.body = body;
    // Reports: a damaged byte must not become a question mark in somebody's text.
    this.decoder = charset.newDecoder();
  }

  /**
   * @throws UndecodableBodyException at the first byte that the charset does not have
   */
  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!chars.hasRemaining()) {
      if (!decode()) {
        return -1;
      }
    }
    int got = Math.min(length, chars.remaining());
    chars.get(target, offset, got);
    return got;
  }

  /** At least one character, unless the body has ended. */
  private boolean decode() throws IOException {
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    while (chars.position() == 0) {
      if (result.isError()) {
        chars.flip();
        throw new UndecodableBodyException(line, decoder.charset());
      }
      if (ended) {
        chars.flip();
        return false;
      }
      receive();
      result = decoder.decode(bytes, chars, ended);
    }
    chars.flip();
    countLines();
    if (!begun && chars.get(0) == BYTE_ORDER_MARK) {
      chars.get();
    }
    begun = true;
    return true;
  }

  private void receive() throws IOException {
    bytes.compact();
    int got = body.read(bytes.array(), bytes.position(), bytes.remaining());
    if (got < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + got);
    }
    bytes.flip();
  }

  private void countLines() {
    for (int i = 0; i < chars.limit(); i++) {
      char next = chars.get(i);
      if (next == '\r' || next == '\n' && previous != '\r') {
        line++;
      }
      previous = next;
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
