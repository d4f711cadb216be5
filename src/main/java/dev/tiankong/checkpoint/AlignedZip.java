package dev.tiankong.checkpoint;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip as libtorch wants it: nothing compressed, and each entry's bytes at a multiple of 64. */
final class AlignedZip {

  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER = 30;
  private static final int EXTRA_HEADER = 4;
  private static final short PADDING = 0x4246;

  // Always the same, so that one checkpoint always gives one checksum. 1980 itself is not stored
  // the plain way.
  private static final LocalDateTime TIME = LocalDateTime.of(1981, 1, 1, 0, 0);

  /** Writes an entry's bytes. Called twice, as the checksum stands in front of them. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private final Counted counted;
  private final ZipOutputStream zip;

  AlignedZip(OutputStream out) {
    counted = new Counted(out);
    zip = new ZipOutputStream(counted);
  }

  void add(String name, long size, Content content) throws IOException {
    CRC32 crc = new CRC32();
    content.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc));
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(TIME);
    entry.setSize(size);
    entry.setCrc(crc.getValue());
    entry.setExtra(padding(name));
    zip.putNextEntry(entry);
    content.writeTo(zip);
    zip.closeEntry();
  }

  void add(String name, byte[] content) throws IOException {
    add(name, content.length, out -> out.write(content));
  }

  private byte[] padding(String name) {
    int nameLength = name.getBytes(StandardCharsets.UTF_8).length;
    long start = counted.position + LOCAL_HEADER + nameLength + EXTRA_HEADER;
    int length = (int) Math.floorMod(-start, (long) ALIGNMENT);
    return ByteBuffer.allocate(EXTRA_HEADER + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(PADDING)
        .putShort((short) length)
        .array();
  }

  /** Writes the directory. The stream below stays open. */
  void finish() throws IOException {
    zip.finish();
    zip.flush();
  }

  private static final class Counted extends FilterOutputStream {

    private long position;

    private Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      position++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      position += length;
    }
  }
}
