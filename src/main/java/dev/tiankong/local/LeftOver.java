package dev.tiankong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that outlived its launcher, which was killed before it could stop anything. */
final class LeftOver {
  private static final long LIMIT_SECONDS = 60;

  private LeftOver() {}

  /** Notes the server of a base directory for the next launcher. */
  static void remember(Path base, Process server) throws IOException {
    OwnFile.write(file(base), Long.toString(server.pid()));
  }

  /** Ends the server noted last, so that its port and its journal are free again. */
  static void end(Path base) throws IOException {
    if (!Files.exists(file(base))) {
      return;
    }
    Optional<ProcessHandle> found =
        ProcessHandle.of(number(file(base)))
            // After a reboot the number may be anybody's.
            .filter(process -> process.info().commandLine().orElse("").contains(base.toString()));
    if (found.isPresent()) {
      found.get().destroy();
      awaitEnd(found.get());
    }
    Files.delete(file(base));
  }

  private static long number(Path file) throws IOException {
    String text = Files.readString(file).strip();
    if (!text.matches("[0-9]{1,9}")) {
      throw new CannotStart(
          "%s is damaged: it does not contain a process id. Stop the server of the previous start if it is still running, then delete the file."
              .formatted(file));
    }
    return Long.parseLong(text);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      throw new CannotStart(
          "Process " + process.pid() + " of an earlier start does not stop: kill it.", e);
    }
  }

  private static Path file(Path base) {
    return base.resolve("process-id");
  }
}
