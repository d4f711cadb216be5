package dev.tiankong.it;

import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * An Artemis in a JVM of its own, configured as server-config/remote-broker.xml says. It is made of
 * the modules that the server has it from.
 */
final class RemoteBroker implements AutoCloseable {

  static final String PASSWORD = "only-for-tests";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path folder;
  private final int port;
  private Process process;

  /**
   * @param folder keeps its journal and its log
   */
  RemoteBroker(Path folder) throws IOException {
    this.folder = folder;
    this.port = Victim.freePort();
    String configuration =
        Files.readString(Path.of("server-config/remote-broker.xml"))
            .replace("127.0.0.1:61616", "127.0.0.1:" + port)
            .replace("<redelivery-delay>10000<", "<redelivery-delay>200<");
    Files.createDirectories(folder);
    Files.writeString(configuration(), configuration);
  }

  /** What tells a server of it. */
  Map<String, String> settings() {
    return Map.of(
        "TIANKONG_BROKER_HOST",
        "127.0.0.1",
        "TIANKONG_BROKER_PORT",
        Integer.toString(port),
        "TIANKONG_BROKER_PASSWORD",
        PASSWORD);
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  void start() throws IOException {
    Path home = Path.of(System.getProperty("test.server"));
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "-dep",
                "org.apache.activemq.artemis",
                "-cp",
                Path.of("target/test-classes").toAbsolutePath().toString(),
                RemoteBrokerMain.class.getName(),
                configuration().toUri().toString())
            // The journal's folder is below the working directory.
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("broker.log").toFile())
            .start();
    await().atMost(PATIENCE).until(this::listens);
  }

  private Path configuration() {
    return folder.resolve("broker.xml");
  }

  private boolean listens() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroy();
      process.onExit().join();
    }
  }
}
