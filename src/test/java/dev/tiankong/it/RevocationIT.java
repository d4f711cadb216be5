package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What was let in ends when it would no longer be let in. */
@ArquillianTest
class RevocationIT {

  private static final int DOWNLOADS = 8;

  private final Account account = Account.make("submitter");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_end_by_itself_the_stream_of_a_token_that_is_revoked_and_no_other()
      throws IOException {
    JsonObject token = account.newToken("viewer");
    String events = waiting() + "/events";
    try (RawConnection revoked = open(events, bearer(token));
        RawConnection other = open(events, bearer(account.newToken("viewer")))) {
      account.client().delete("/api/v1/tokens/" + token.getString("id"));

      assertThat(revoked.rest()).contains("event: progress");
      assertThat(other.line("event: progress")).isTrue();
    }
  }

  @Test
  void should_end_the_streams_of_a_user_who_is_deleted() throws IOException {
    String events = waiting() + "/events";
    try (RawConnection byPassword = open(events, password());
        RawConnection byToken = open(events, bearer(account.newToken("viewer")))) {
      Client.admin().delete(account.path());
      Client.admin().run("end-revoked-requests");

      assertThat(byPassword.rest()).contains("event: progress");
      assertThat(byToken.rest()).contains("event: progress");
    }
  }

  @Test
  void should_end_the_streams_of_a_password_that_is_changed() throws IOException {
    try (RawConnection stream = open(waiting() + "/events", password())) {
      String change = "{\"password\": \"a green bicycle at noon\"}";
      assertThat(Client.admin().patch(account.path(), change).status()).isEqualTo(200);
      Client.admin().run("end-revoked-requests");

      assertThat(stream.rest()).contains("event: progress");
    }
  }

  @Test
  void should_end_the_stream_of_a_user_who_loses_a_role() throws IOException {
    Account operator = Account.make("operator");
    try (RawConnection stream =
        open(waiting() + "/events", "Authorization: %s\r\n".formatted(basic(operator)))) {
      Client.admin().patch(operator.path(), "{\"role\": \"viewer\"}");
      Client.admin().run("end-revoked-requests");

      assertThat(stream.rest()).contains("event: progress");
    }
  }

  @Test
  void should_end_the_stream_of_a_session_that_is_over() throws IOException {
    String cookie = account.client().post("/api/v1/session", "").header("Set-Cookie").split(";")[0];
    try (RawConnection stream = open(waiting() + "/events", "Cookie: %s\r\n".formatted(cookie))) {
      try (RawConnection signOut =
          RawConnection.open("DELETE", "/api/v1/session", "Cookie: %s\r\n".formatted(cookie))) {
        assertThat(signOut.status()).isEqualTo(204);
      }
      Client.admin().run("end-revoked-requests");

      assertThat(stream.rest()).contains("event: progress");
    }
  }

  @Test
  void should_end_downloads_of_a_token_that_is_revoked() throws Exception {
    StoredBatch batch = StoredBatch.make(account.name(), "revoked", 200_000);
    String export = batch.path() + "/results?format=ndjson";
    JsonObject token = account.newToken("viewer");
    List<RawConnection> downloads = new ArrayList<>();
    try {
      for (int i = 0; i < DOWNLOADS; i++) {
        downloads.add(open(export, bearer(token)));
      }
      Client client = account.client();
      assertThat(client.get(export + "&after=199990").json().getString("type"))
          .endsWith(":too-many-downloads");
      client.delete("/api/v1/tokens/" + token.getString("id"));
      Client.admin().run("end-revoked-requests");

      // Sooner than the minimum rate would end them.
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> client.get(export + "&after=199990").status() == 200);
      assertThat(downloads)
          .extracting(RawConnection::rest)
          .noneMatch(rest -> rest.contains("\"index\":199999"));
    } finally {
      for (RawConnection download : downloads) {
        download.close();
      }
      Client.admin().delete(batch.path());
    }
  }

  /** A batch of which nothing is told but that it waits. */
  private String waiting() {
    return account.client().schedule(List.of("北[MASK]"), Json.createObjectBuilder());
  }

  private static RawConnection open(String path, String headers) throws IOException {
    RawConnection request = RawConnection.open("GET", path, headers);
    assertThat(request.status()).isEqualTo(200);
    return request;
  }

  private String password() {
    return "Authorization: %s\r\n".formatted(basic(account));
  }

  private static String basic(Account account) {
    return Client.basic(account.name(), account.password());
  }

  private static String bearer(JsonObject token) {
    return "Authorization: Bearer %s\r\n".formatted(token.getString("token"));
  }
}
