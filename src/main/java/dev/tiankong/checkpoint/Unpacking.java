package dev.tiankong.checkpoint;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Takes the files of a checkpoint out of a jar or zip, and out of the zip that it may hold. */
final class Unpacking {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final int BUFFER = 1 << 16;
  private static final int DEPTH = 1;

  private final Path folder;

  private Unpacking(Path folder) {
    this.folder = folder;
  }

  static void unpack(Path zip, Path folder, Progress progress) throws IOException {
    String step = "Unpacking " + zip.getFileName();
    long total = Files.size(zip);
    try (InputStream file = new Watched(Files.newInputStream(zip), step, total, progress)) {
      new Unpacking(folder).unpack(new BufferedInputStream(file, BUFFER), DEPTH);
    } catch (ZipException | EOFException e) {
      throw new CheckpointException(
          "%s is not a zip, or damaged: %s".formatted(zip.getFileName(), e.getMessage()), e);
    } catch (FileAlreadyExistsException e) {
      throw new CheckpointException(
          "%s has two entries for one file, %s."
              .formatted(zip.getFileName(), folder.relativize(Path.of(e.getFile()))),
          e);
    }
  }

  static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }

  private void unpack(InputStream in, int depth) throws IOException {
    // Zips of Chinese Windows have names in GBK: as Latin letters they are ugly, but read.
    ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory() && !entry.getName().endsWith("\\")) {
        unpack(target(entry.getName()), new BufferedInputStream(zip, BUFFER), depth);
      }
    }
  }

  private void unpack(Path target, BufferedInputStream content, int depth) throws IOException {
    content.mark(ZIP.length);
    byte[] start = content.readNBytes(ZIP.length);
    content.reset();
    // What PyTorch writes is a zip as well, but read as it is.
    boolean isTorch = target.toString().endsWith(".bin");
    if (Arrays.equals(start, ZIP) && !isTorch && depth > 0) {
      new Unpacking(target).unpack(content, depth - 1);
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
    }
  }

  private Path target(String name) throws CheckpointException {
    // Windows separates folders with the other slash.
    Path target = folder.resolve(name.replace('\\', '/')).normalize();
    if (!target.startsWith(folder) || target.equals(folder)) {
      throw new CheckpointException(
          "The zip has an entry %s, which leads out of its folder.".formatted(name));
    }
    return target;
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
