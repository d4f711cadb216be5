package dev.tiankong.request;

import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
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
 * Everything before a damaged byte is handed out; then a {@link Refusal} says in which line it
 * stands. Java's own readers lose what they have decoded when they fail.
 */
public final class DecodedBody extends Reader {

  private static final String NOT_DECODABLE = "not-decodable";
  private static final int BUFFER = 1 << 13;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream body;
  private final String complaint;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);

  private boolean begun;
  private boolean ended;
  private long line = 1;
  private char previous;

  public DecodedBody(InputStream body, Charset charset) {
    this(body, charset, "Line {line} is not valid {charset}.");
  }

  /**
   * @param complaint about a damaged byte, with places for {@code line} and {@code charset}
   */
  public DecodedBody(InputStream body, Charset charset, String complaint) {
    this.body = body;
    this.complaint = complaint;
    // Reports: a damaged byte must not become a question mark in somebody's text.
    this.decoder = charset.newDecoder();
  }

  /**
   * @throws Refusal at the first byte that the charset does not have
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
        throw JsonBody.invalid(
            Sentence.of(NOT_DECODABLE, complaint)
                .with("line", line)
                .with("charset", decoder.charset().name()));
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
