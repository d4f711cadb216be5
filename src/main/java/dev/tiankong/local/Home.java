package dev.tiankong.local;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The folder that holds all that Tiankong writes. Deleting it is a complete uninstall. */
public record Home(Path folder) {
  static Home of(Map<String, String> environment) {
    String named = environment.get("TIANKONG_HOME");
    Path folder =
        named == null ? Path.of(System.getProperty("user.home"), ".tiankong") : Path.of(named);
    return new Home(folder.toAbsolutePath().normalize());
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

  KeptSecret adminPassword() {
    return new KeptSecret(folder.resolve("admin-password"));
  }

  KeptSecret databasePassword() {
    return new KeptSecret(folder.resolve("database-password"));
  }

  void create() {
    try {
      // Nobody else's: it holds the passwords and every text.
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new CannotStart(
          "Cannot write to " + folder + ": set TIANKONG_HOME to a folder of yours.", e);
    }
  }

  /**
   * Keeps other launchers out of this folder until the answer is closed: two servers on one journal
   * would destroy it. The operating system gives the lock back even after a crash.
   */
  Closeable lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLockedBySomeoneElse(channel)) {
      channel.close();
      throw new CannotStart(
          "Tiankong already runs on "
              + folder
              + ": stop it, or set TIANKONG_HOME to another folder.");
    }
    return channel;
  }

  private static boolean isLockedBySomeoneElse(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return true;
    }
  }
}
