package dev.tiankong.checkpoint;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** LevelDB's checksum: CRC-32C, rotated and shifted so that checksums of checksums stay useful. */
final class MaskedCrc {

  private static final int DELTA = 0xa282ead8;

  private MaskedCrc() {}

  static void check(String what, ByteBuffer bytes, int expected) throws CheckpointException {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate());
    int masked = Integer.rotateRight((int) crc.getValue(), 15) + DELTA;
    if (masked != expected) {
      throw new CheckpointException(
          what + " is damaged: its checksum is wrong. Fetch the checkpoint again.");
    }
  }
}
