package dev.tiankong.checkpoint;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Takes the files of a checkpoint out of a jar or zip, and out of the zip that it may hold. */
final class Unpacking {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int BUFFER = 1 << 16;

  private final Path folder;

  private Unpacking(Path folder) {
    this.folder = folder;
  }

  static void unpack(Path zip, Path folder, Progress progress) throws IOException {
    String step = "Unpacking " + zip.getFileName();
    long total = Files.size(zip);
    try (InputStream file = new Watched(Files.newInputStream(zip), step, total, progress)) {
      new Unpacking(folder).unpack(new BufferedInputStream(file, BUFFER));
    } catch (ZipException e) {
      throw new CheckpointException(zip + " is not a zip, or damaged: " + e.getMessage(), e);
    }
  }

  private void unpack(InputStream in) throws IOException {
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        unpack(entry, new BufferedInputStream(zip, BUFFER));
      }
    }
  }

  private void unpack(ZipEntry entry, BufferedInputStream content) throws IOException {
    content.mark(ZIP.length);
    byte[] start = content.readNBytes(ZIP.length);
    content.reset();
    if (Arrays.equals(start, ZIP)) {
      unpack(content);
    } else {
      // Only the last name: an entry called ../../x must not leave the folder.
      Path name = Path.of(entry.getName()).getFileName();
      Files.copy(content, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Reports what is read of a file. */
  private static final class Watched extends FilterInputStream {

    private final String step;
    private final long total;
    private final Progress progress;
    private long done;

    private Watched(InputStream in, String step, long total, Progress progress) {
      super(in);
      this.step = step;
      this.total = total;
      this.progress = progress;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      done += Math.max(read, 0);
      progress.report(step, done, total);
      return read;
    }
  }
}
