package dev.tiankong.local;

import dev.tiankong.checkpoint.Folders;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** The folder that holds all that Tiankong writes. Deleting it is a complete uninstall. */
public record Home(Path folder) {
  private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  static Home of(Map<String, String> environment) {
    String named = environment.getOrDefault("TIANKONG_HOME", "");
    try {
      Path folder =
          named.isBlank() ? Path.of(System.getProperty("user.home"), ".tiankong") : Path.of(named);
      return new Home(folder.toAbsolutePath().normalize());
    } catch (InvalidPathException e) {
      throw new CannotStart(
          "TIANKONG_HOME cannot be decoded in the charset of this shell: set LC_ALL to C.UTF-8, or use a directory with an ASCII name.",
          e);
    }
  }

  public Path models() {
    return folder.resolve("models");
  }

  Path database() {
    return folder.resolve("postgres");
  }

  Path databaseLog() {
    return Database.log(database());
  }

  Path server() {
    return folder.resolve("server");
  }

  Path serverLog() {
    return server().resolve("log/server.log");
  }

  /** What the server puts aside for a moment. */
  Path temporary() {
    return folder.resolve("tmp");
  }

  KeptSecret adminPassword() {
    return new KeptSecret(
        folder.resolve("admin-password"), "Delete it: the next start makes a new one.");
  }

  KeptSecret databasePassword() {
    return new KeptSecret(
        folder.resolve("database-password"),
        "Write the password of PostgreSQL's user postgres into it, from a backup.");
  }

  void create() {
    try {
      // Nobody else's: it holds the passwords and every text.
      Files.createDirectories(folder, OWNERS_ALONE);
      refuseIfOthersWrite();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Empties what a server that was killed has left there. Nothing may run that uses it. */
  void clearTemporary() {
    try {
      if (Files.exists(temporary(), LinkOption.NOFOLLOW_LINKS)) {
        Folders.delete(temporary());
      }
      Files.createDirectory(temporary(), OWNERS_ALONE);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private CannotStart cannotWrite(IOException e) {
    return new CannotStart(
        "Cannot write to %s (%s): set TIANKONG_HOME to a directory that you can write to."
            .formatted(folder, e.getClass().getSimpleName()),
        e);
  }

  /**
   * Whoever may replace a file in here gets at every password, and is the server at its next start.
   */
  private void refuseIfOthersWrite() throws IOException {
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
    if (mode.contains(PosixFilePermission.GROUP_WRITE)
        || mode.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new CannotStart(
          "Other users can write to %s (mode %s): make it private with chmod 700 '%s'."
              .formatted(folder, PosixFilePermissions.toString(mode), folder));
    }
  }

  /**
   * Keeps other launchers out of this folder until the answer is closed: two servers on one journal
   * would destroy it. The operating system gives the lock back even after a crash.
   */
  Closeable lock() throws IOException {
    FileChannel channel = open("lock");
    if (isLockedBySomeoneElse(channel)) {
      channel.close();
      throw new CannotStart(
          "Tiankong is already running on "
              + folder
              + ": stop it, or set TIANKONG_HOME to another directory.");
    }
    return channel;
  }

  private FileChannel open(String name) {
    try {
      return FileChannel.open(
          folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private static boolean isLockedBySomeoneElse(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return true;
    }
  }
}
