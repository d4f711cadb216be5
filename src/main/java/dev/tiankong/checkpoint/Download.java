package dev.tiankong.checkpoint;

import static org.apache.commons.codec.digest.MessageDigestAlgorithms.SHA_256;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** One file of a hub. Its bytes lie in a partial file until all are there and proved right. */
record Download(Hub hub, String id, String revision, String file) {

  private static final int BUFFER = 1 << 16;

  void to(Path folder, Progress progress) throws IOException {
    Path target = folder.resolve(file);
    if (Files.exists(target)) {
      return;
    }
    Path partial = folder.resolve(file + ".partial");
    boolean resumed = Files.exists(partial);
    if (!fetch(partial, progress)) {
      // The part that was there may be of an older file, or the disk's fault.
      Files.delete(partial);
      if (!resumed || !fetch(partial, progress)) {
        Files.deleteIfExists(partial);
        throw new CheckpointException(
            "The download of %s of %s is corrupted: its checksum is wrong. Try again."
                .formatted(file, id));
      }
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether the file is as the hub has it. */
  private boolean fetch(Path partial, Progress progress) throws IOException {
    long present = Files.exists(partial) ? Files.size(partial) : 0;
    Hub.Response response = hub.open(id, revision, file, present);
    try (InputStream body = response.body()) {
      if (response.from() < present) {
        // A server that cannot resume sends everything.
        Files.delete(partial);
      }
      append(body, partial, response.size(), progress);
    }
    boolean complete = response.size() == 0 || Files.size(partial) == response.size();
    return complete && isRight(partial, response.sha256());
  }

  private void append(InputStream body, Path partial, long size, Progress progress)
      throws IOException {
    long done = Files.exists(partial) ? Files.size(partial) : 0;
    try (OutputStream out =
        Files.newOutputStream(partial, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        out.write(buffer, 0, read);
        done += read;
        progress.report("Downloading " + file, done, size);
      }
    } catch (IOException e) {
      throw new IOException(
          "The download of %s was interrupted at byte %d (%s). Import again to resume it."
              .formatted(file, done, e.getMessage()),
          e);
    }
  }

  private static boolean isRight(Path partial, Optional<String> sha256) throws IOException {
    return sha256.isEmpty() || new DigestUtils(SHA_256).digestAsHex(partial).equals(sha256.get());
  }
}
