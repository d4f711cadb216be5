package dev.tiankong.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a server wrote into its log from now on. */
final class ServerLog {

  private final Path file;
  private final int before;

  ServerLog(Path file) throws IOException {
    this.file = file;
    this.before = Files.readAllLines(file).size();
  }

  List<String> since() throws IOException {
    List<String> all = Files.readAllLines(file);
    return all.subList(before, all.size());
  }
}
