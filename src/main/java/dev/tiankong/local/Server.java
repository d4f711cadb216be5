package dev.tiankong.local;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** WildFly with the WAR, a process of its own that writes nowhere but under its base directory. */
final class Server implements Closeable {
  private static final long STOP_LIMIT_SECONDS = 60;
  private static final Pattern NEEDS_ATTENTION = Pattern.compile("(WARN|ERROR|FATAL) .*");

  private final Process process;
  private final Path base;

  private Server(Process process, Path base) {
    this.process = process;
    this.base = base;
  }

  static Server start(
      Installation installation, Home home, Map<String, String> settings, Console console)
      throws IOException {
    Path base = home.server();
    prepare(installation, base);
    home.clearTemporary();
    Process process =
        Launcher.of(command(installation.server(), base, home.temporary(), settings))
            .addEnvironmentVariables(settings)
            .setRedirectErrorStream(true)
            .launch();
    LeftOver.remember(base, process);
    Server server = new Server(process, base);
    Thread reader = new Thread(() -> server.readOutput(console), "server-output");
    reader.setDaemon(true);
    reader.start();
    return server;
  }

  // The configuration is the build's and comes fresh at each start; data and logs stay.
  private static void prepare(Installation installation, Path base) throws IOException {
    Files.createDirectories(base.resolve("log"));
    replace(
        base.resolve("configuration"), installation.server().resolve("standalone/configuration"));
    replace(base.resolve("deployments"), installation.war());
  }

  private static void replace(Path folder, Path source) throws IOException {
    Files.createDirectories(folder);
    for (Path old : filesIn(folder)) {
      Files.delete(old);
    }
    for (Path file : Files.isDirectory(source) ? filesIn(source) : List.of(source)) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static StandaloneCommandBuilder command(
      Path home, Path base, Path temporary, Map<String, String> settings) {
    StandaloneCommandBuilder command =
        StandaloneCommandBuilder.of(home)
            .setJavaHome(Path.of(System.getProperty("java.home")))
            .setBaseDirectory(base)
            // The weights lie outside the heap.
            .setJavaOptions(
                "-Xms256m",
                "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError",
                // Not into whatever folder somebody starts it from.
                "-XX:ErrorFile=" + base.resolve("log/crash-%p.log"),
                // What is put aside while it is uploaded belongs to nobody else on the machine.
                "-Djava.io.tmpdir=" + temporary);
    if (settings.containsKey("TIANKONG_BROKER_HOST")) {
      // Takes the broker out of the server, and lays the way to the other one over what is left.
      command.setYamlFiles(base.resolve("configuration/remote-broker.yml"));
    } else if (BrokerAcceptor.isOn(settings)) {
      command.setYamlFiles(base.resolve("configuration/broker-acceptor.yml"));
    }
    // Last, because the last of two contradicting options counts.
    String more = settings.getOrDefault("TIANKONG_JAVA_OPTS", "").strip();
    return more.isEmpty() ? command : command.addJavaOptions(more.split("\\s+"));
  }

  private void readOutput(Console console) {
    try (BufferedReader lines = process.inputReader();
        PrintWriter log =
            new PrintWriter(Files.newBufferedWriter(base.resolve("log/console.log")), true)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.println(line);
        if (NEEDS_ATTENTION.matcher(line).matches()) {
          console.warn(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** True as soon as WildFly has given the deployment up. It would answer 404 for ever. */
  boolean refusedTheWar() {
    return Files.exists(base.resolve("deployments/tiankong.war.failed"));
  }

  /** Done when it has ended, whoever ended it. */
  CompletableFuture<Process> ended() {
    return process.onExit();
  }

  /** Returns when work under way has ended or been rolled back and the process is gone. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        // The database rolls back what it leaves, and its messages come again.
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
