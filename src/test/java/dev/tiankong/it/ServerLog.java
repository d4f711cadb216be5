package dev.tiankong.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a server wrote into its log from now on. */
final class ServerLog {

  private static final Pattern RECORD = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d ");

  private final Path file;
  private final int before;

  ServerLog(Path file) throws IOException {
    this.file = file;
    this.before = Files.readAllLines(file).size();
  }

  /** Of the server that all tests share. */
  static ServerLog shared() throws IOException {
    return new ServerLog(Path.of(System.getProperty("test.home"), "server/log/server.log"));
  }

  List<String> since() throws IOException {
    List<String> all = Files.readAllLines(file);
    return all.subList(before, all.size());
  }

  /** Those lines that begin a record; what follows of a stack is left out. */
  List<String> recordsSince() throws IOException {
    return since().stream().filter(line -> RECORD.matcher(line).find()).toList();
  }
}
