package dev.tiankong.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What mvn -Prun starts, in a folder whose name is not plain, and pieces of it die. */
@Tag("alone")
@Tag("long")
class LauncherFaultIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int UPLOAD = 8 << 20;

  private final Path home =
      Path.of(System.getProperty("test.home")).resolveSibling("填空 launcher's home");
  private final Path output = home.resolveSibling("launcher.log");
  private int port;
  private Process launcher;

  @BeforeEach
  void install() throws IOException {
    Folder.delete(home);
    Files.createDirectory(
        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    SharedModel.linkInto(home);
    port = Victim.freePort();
  }

  @AfterEach
  void stop() throws Exception {
    launcher.destroy();
    launcher.waitFor();
    assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    assertThat(serverProcess()).isEmpty();
  }

  @Test
  void should_start_postgresql_again_when_it_dies_under_the_server() throws Exception {
    start();
    ProcessHandle died = kill("postgres/data/postmaster.pid");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(said()).contains("PostgreSQL has died. Restarting it (1 of 5).");
              assertThat(ready()).isEqualTo(200);
            });
    assertThat(process("postgres/data/postmaster.pid").pid()).isNotEqualTo(died.pid());
    assertThat(launcher.isAlive()).isTrue();
  }

  @Test
  void should_put_uploads_aside_at_home_and_remove_what_a_killed_server_left() throws Exception {
    start();
    String password = Files.readString(home.resolve("admin-password")).strip();
    assertThat(said()).contains(password + " (just generated, stored in " + home);
    try (Socket upload = new Socket("127.0.0.1", port)) {
      beginUpload(upload.getOutputStream(), password);
      await().atMost(PATIENCE).until(() -> !putAside().isEmpty());
      kill("server/process-id");
    }
    assertThat(launcher.waitFor()).isEqualTo(1);
    assertThat(said()).contains("The server exited unexpectedly.");
    assertThat(putAside()).isNotEmpty();

    start();

    assertThat(putAside()).isEmpty();
    assertThat(said()).contains("Password  kept in " + home).doesNotContain(password);
  }

  private void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dtiankong.server=" + System.getProperty("test.server"),
                "-Dtiankong.war=" + System.getProperty("test.war"),
                "-Dtiankong.model.source=" + System.getProperty("tiankong.model.source"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.tiankong.local.Launcher")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("TIANKONG_"));
    builder.environment().put("TIANKONG_HOME", home.toString());
    builder.environment().put("TIANKONG_HTTP_PORT", Integer.toString(port));
    launcher = builder.start();
    await()
        .atMost(PATIENCE)
        .until(() -> !launcher.isAlive() || said().contains("Press Ctrl-C to stop."));
    assertThat(launcher.isAlive()).as(said()).isTrue();
  }

  private String said() throws IOException {
    return Files.readString(output);
  }

  private int ready() throws Exception {
    URI uri = URI.create("http://127.0.0.1:%d/api/v1/health/ready".formatted(port));
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .statusCode();
  }

  /** A file of which more is announced than ever comes. */
  private static void beginUpload(OutputStream out, String password) throws IOException {
    String user = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(UTF_8));
    String head =
        """
        POST /v1/files HTTP/1.1
        Host: any
        Authorization: Basic %s
        Content-Type: multipart/form-data; boundary=line
        Content-Length: %d

        --line
        Content-Disposition: form-data; name="purpose"

        batch
        --line
        Content-Disposition: form-data; name="file"; filename="any.jsonl"

        """
            .formatted(user, 2 * UPLOAD);
    out.write(head.replace("\n", "\r\n").getBytes(UTF_8));
    out.write("x".repeat(UPLOAD).getBytes(UTF_8));
    out.flush();
  }

  private List<Path> putAside() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("tmp"))) {
      return files.filter(file -> file.getFileName().toString().startsWith("tiankong")).toList();
    }
  }

  private ProcessHandle kill(String file) throws IOException {
    ProcessHandle process = process(file);
    process.destroyForcibly();
    process.onExit().join();
    return process;
  }

  private ProcessHandle process(String file) throws IOException {
    String pid = Files.readAllLines(home.resolve(file)).get(0).strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private Stream<ProcessHandle> serverProcess() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(home.toString()));
  }
}
