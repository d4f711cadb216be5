package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients that send or read nothing cost no thread that others need, and their end comes. */
@ArquillianTest
@Tag("alone")
@Tag("long")
class SlowClientIT {

  /** More than the server has threads for requests, in any version of it. */
  static final int CLIENTS = Math.max(64, 16 * Runtime.getRuntime().availableProcessors()) + 8;

  private static final int LARGER_THAN_ANY_BUFFER = 20_000_000;
  private static final int MORE_THAN_IS_BUFFERED = 100_000;
  private static final String BATCHES = "/api/v1/batches";
  private static final String JSON = "Content-Type: application/json\r\n";

  private final List<RawConnection> stuck = new ArrayList<>();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (RawConnection request : stuck) {
      request.close();
    }
  }

  @Test
  void should_refuse_strangers_without_waiting_for_their_bodies() throws IOException {
    for (int i = 0; i < CLIENTS; i++) {
      open("POST", BATCHES, JSON + "Content-Length: 100000\r\n").send(new byte[] {'['});
    }

    assertThat(stuck).extracting(RawConnection::status).containsOnly(401);
    assertOthersAreAnswered();
    assertThat(stuck)
        .extracting(RawConnection::rest)
        .allMatch(rest -> rest.contains("Connection: close"));
  }

  @Test
  void should_close_connections_whose_headers_do_not_come_in() throws IOException {
    for (int i = 0; i < CLIENTS; i++) {
      stuck.add(RawConnection.begin("GET /api/v1/me HTTP/1.1\r\nHost: local"));
    }

    assertOthersAreAnswered();
    assertThat(stuck).extracting(RawConnection::rest).containsOnly("");
  }

  @Test
  void should_end_small_bodies_that_do_not_come_in() throws IOException {
    String token = token("submitter");
    for (int i = 0; i < CLIENTS; i++) {
      open("POST", BATCHES, JSON + token + "Content-Length: 1000\r\n").send(new byte[] {'['});
    }

    assertOthersAreAnswered();
    assertThat(stuck).extracting(RawConnection::status).containsOnly(408);
    assertThat(stuck)
        .extracting(RawConnection::rest)
        .allMatch(rest -> rest.contains("urn:tiankong:problem:body-too-slow"));
  }

  @Test
  void should_end_large_bodies_that_do_not_come_in_and_limit_how_many_there_are()
      throws IOException {
    String token = token("submitter");
    for (int i = 0; i < CLIENTS; i++) {
      open("POST", BATCHES, JSON + token + "Transfer-Encoding: chunked\r\n").send(chunk());
    }

    assertOthersAreAnswered();
    List<Integer> statuses = stuck.stream().map(RawConnection::status).toList();
    assertThat(statuses).containsOnly(408, 429);
    assertThat(statuses).filteredOn(status -> status == 408).hasSize(8);
    assertThat(stuck)
        .extracting(RawConnection::rest)
        .allMatch(
            rest ->
                rest.contains("urn:tiankong:problem:body-too-slow")
                    || rest.contains("urn:tiankong:problem:too-many-uploads")
                        && rest.contains("Retry-After: 5"));
  }

  @Test
  void should_end_downloads_that_nobody_reads_and_limit_how_many_there_are() throws Exception {
    Account account = Account.make("submitter");
    StoredBatch batch = StoredBatch.make(account.name(), "unread", 200_000);
    String export = batch.path() + "/results?format=ndjson";
    String token = token(account, "viewer");
    for (int i = 0; i < CLIENTS; i++) {
      open("GET", export, token);
    }

    assertOthersAreAnswered();
    List<Integer> statuses = stuck.stream().map(RawConnection::status).toList();
    assertThat(statuses).containsOnly(200, 429);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(8);
    Client client = account.client();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> client.get(batch.path() + "/results?format=ndjson&after=199990").status() == 200);
    // The others go on when they are read, unless their time was over, too.
    assertThat(IntStream.range(0, stuck.size()).filter(i -> statuses.get(i) == 200))
        .extracting(i -> stuck.get(i).rest())
        .anyMatch(rest -> rest.length() < LARGER_THAN_ANY_BUFFER);
    Client.admin().delete(batch.path());
  }

  @Test
  void should_not_take_a_client_that_hangs_up_for_an_error() throws Exception {
    Account account = Account.make("submitter");
    ServerLog log =
        new ServerLog(Path.of(System.getenv("TIANKONG_HOME"), "server", "log", "server.log"));
    for (String type : List.of("application/json", "text/csv", "application/x-ndjson")) {
      open(
              "POST",
              BATCHES,
              "Content-Type: %s\r\nTransfer-Encoding: chunked\r\n%s"
                  .formatted(type, token(account, "submitter")))
          .send(chunk());
    }
    // Of a body whose length is known, the server notices that the rest is missing.
    Map<String, String> begun =
        Map.of(
            "text/csv",
            "text\n",
            "text/plain",
            "",
            "application/x-ndjson",
            "",
            "multipart/form-data; boundary=line",
            "--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\ntext\n");
    for (Map.Entry<String, String> upload : begun.entrySet()) {
      open(
              "POST",
              BATCHES,
              "Content-Type: %s\r\nContent-Length: 300000\r\n%s"
                  .formatted(upload.getKey(), token(account, "submitter")))
          .send((upload.getValue() + " ".repeat(MORE_THAN_IS_BUFFERED)).getBytes());
    }
    StoredBatch batch = StoredBatch.make(account.name(), "hung-up", 200_000);
    for (String format : List.of("json", "ndjson", "csv")) {
      RawConnection download =
          open("GET", batch.path() + "/results?format=" + format, token(account, "viewer"));
      assertThat(download.status()).isEqualTo(200);
    }
    hangUp();

    // The uploads have ended when their entries in the audit have a status.
    Client admin = Client.admin();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                admin
                    .get("/api/v1/audit?user=" + account.name())
                    .json()
                    .getJsonArray("entries")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(entry -> entry.getString("path").equals(BATCHES))
                    .filter(entry -> !entry.isNull("status"))
                    .count(),
            count -> count == 3 + begun.size());
    admin.delete(batch.path());
    assertThat(log.recordsSince()).noneMatch(line -> line.contains("ERROR"));
  }

  private RawConnection open(String method, String path, String headers) throws IOException {
    RawConnection request = RawConnection.open(method, path, headers);
    stuck.add(request);
    return request;
  }

  private static byte[] chunk() {
    return (Integer.toHexString(MORE_THAN_IS_BUFFERED)
            + "\r\n["
            + " ".repeat(MORE_THAN_IS_BUFFERED - 1))
        .getBytes();
  }

  private static String token(String role) {
    return token(Account.make(role), role);
  }

  private static String token(Account account, String role) {
    return "Authorization: Bearer %s\r\n".formatted(account.newToken(role).getString("token"));
  }

  private static void assertOthersAreAnswered() {
    Client admin = Client.admin();
    assertThat(admin.get("/api/v1/health/live").status()).isEqualTo(200);
    assertThat(admin.get("/api/v1/health/ready").status()).isEqualTo(200);
    assertThat(admin.get("/api/v1/me").status()).isEqualTo(200);
    assertThat(admin.get(admin.submit(Texts.fresh(1))).status()).isEqualTo(200);
  }
}
