package dev.tiankong.request;

import dev.tiankong.wording.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), member after member, to the last byte. Java's {@code GZIPInputStream}
 * drops without a word what follows a member and is none, and takes a slow client's silence for the
 * end of the body.
 */
final class PackedBody extends InflaterInputStream {

  private static final int BUFFER = 1 << 16;

  private static final int[] MAGIC = {0x1f, 0x8b};
  private static final int DEFLATE = 8;

  /** Time, compression level and operating system. */
  private static final int UNUSED = 6;

  private static final int CHECKED = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0b1110_0000;

  /** Of the header first, then of what was unpacked. */
  private final CRC32 checksum = new CRC32();

  /** The first byte in the buffer that is no part of the header or the trailer. */
  private int position;

  private boolean ended;

  /**
   * @throws Refusal if the body does not begin as gzip does
   */
  PackedBody(InputStream body) throws IOException {
    super(body, new Inflater(true), BUFFER);
    if (nextByte() != MAGIC[0]) {
      throw JsonBody.invalid("not-gzip", "The body is not in gzip format.");
    }
    readHeader();
  }

  /**
   * @throws Refusal if the body is damaged or cut off
   */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (!ended) {
      int got = inflate(target, offset, length);
      if (got >= 0) {
        checksum.update(target, offset, got);
        return got;
      }
      readTrailer();
      int next = nextByte();
      if (next == MAGIC[0]) {
        readHeader();
      } else if (next < 0) {
        ended = true;
      } else {
        throw damaged();
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (ZipException e) {
      throw damaged();
    }
  }

  /** As much as there is; the end comes too early here. */
  @Override
  protected void fill() throws IOException {
    len = in.read(buf, 0, buf.length);
    if (len < 0) {
      throw damaged();
    }
    inf.setInput(buf, 0, len);
  }

  @Override
  public int available() {
    return ended ? 0 : 1;
  }

  /** From the second byte on. */
  private void readHeader() throws IOException {
    checksum.reset();
    checksum.update(MAGIC[0]);
    require(headerByte() == MAGIC[1]);
    require(headerByte() == DEFLATE);
    int flags = headerByte();
    require((flags & RESERVED) == 0);
    skip(UNUSED);
    if ((flags & EXTRA) != 0) {
      skip(headerByte() | headerByte() << Byte.SIZE);
    }
    if ((flags & NAME) != 0) {
      skipString();
    }
    if ((flags & COMMENT) != 0) {
      skipString();
    }
    if ((flags & CHECKED) != 0) {
      long expected = checksum.getValue() & 0xffff;
      require(littleEndian(Short.SIZE) == expected);
    }
    checksum.reset();
    inf.reset();
    inf.setInput(buf, position, len - position);
  }

  private int headerByte() throws IOException {
    int next = requiredByte();
    checksum.update(next);
    return next;
  }

  private void skip(int bytes) throws IOException {
    for (int left = bytes; left > 0; left--) {
      headerByte();
    }
  }

  private void skipString() throws IOException {
    while (headerByte() != 0) {
      // Nobody asks what the file was called.
    }
  }

  private void readTrailer() throws IOException {
    position = len - inf.getRemaining();
    require(littleEndian(Integer.SIZE) == checksum.getValue());
    require(littleEndian(Integer.SIZE) == (inf.getBytesWritten() & 0xffff_ffffL));
  }

  private long littleEndian(int bits) throws IOException {
    long value = 0;
    for (int shift = 0; shift < bits; shift += Byte.SIZE) {
      value |= (long) requiredByte() << shift;
    }
    return value;
  }

  private int requiredByte() throws IOException {
    int next = nextByte();
    require(next >= 0);
    return next;
  }

  /** Waits for it; less than 0 is the end. */
  private int nextByte() throws IOException {
    if (position >= len) {
      position = 0;
      len = Math.max(0, in.read(buf, 0, buf.length));
      if (len == 0) {
        return -1;
      }
    }
    return buf[position++] & 0xff;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw damaged();
    }
  }

  private static Refusal damaged() {
    return JsonBody.invalid("damaged-gzip", "The compressed body is damaged or incomplete.");
  }
}
