package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.it.Receiver.Call;
import dev.tiankong.openapi.Contract;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody is told of the end of his batch, and can be sure who tells him. */
@ArquillianTest
class WebhookIT {

  private static final String SECRET = "/api/v1/webhooks/secret";

  private Account account;
  private Client client;

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @BeforeEach
  void signUp() {
    account = Account.make("submitter");
    client = account.client();
  }

  @Test
  void should_tell_the_end_of_a_batch_with_a_signature() throws IOException {
    String secret = newSecret();
    try (Receiver receiver = new Receiver()) {
      String batch = submit(receiver.url("/hook"));

      Call call = receiver.calls(1).get(0);
      assertThat(call.isSignedWith(secret)).isTrue();
      assertThat(call.path()).isEqualTo("/hook");
      assertThat(Instant.ofEpochSecond(Long.parseLong(call.timestamp())))
          .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
      Contract.checkWebhook(call.body());
      JsonObject body = Json.createReader(new StringReader(call.body())).readObject();
      assertThat(body.getString("type")).isEqualTo("batch.completed");
      assertThat(body.getJsonObject("data").getString("state")).isEqualTo("COMPLETED");
      assertThat(batch).endsWith(body.getJsonObject("data").getString("id"));

      JsonObject delivery = settled(batch);
      assertThat(delivery.getString("id")).isEqualTo(call.id());
      assertThat(delivery.getString("state")).isEqualTo("DELIVERED");
      assertThat(delivery.getInt("attempts")).isEqualTo(1);
      assertThat(delivery.getInt("lastStatus")).isEqualTo(204);
    }
  }

  @Test
  void should_try_again_until_it_is_taken() throws IOException {
    String secret = newSecret();
    try (Receiver receiver = new Receiver(500, 503, 429)) {
      String batch = submit(receiver.url("/"));

      List<Call> calls = receiver.calls(4);
      assertThat(calls).extracting(Call::id).containsOnly(calls.get(0).id());
      assertThat(calls).extracting(Call::body).containsOnly(calls.get(0).body());
      assertThat(calls).allMatch(call -> call.isSignedWith(secret));
      JsonObject delivery = settled(batch);
      assertThat(delivery.getInt("attempts")).isEqualTo(4);
      assertThat(delivery.getString("state")).isEqualTo("DELIVERED");
    }
  }

  @Test
  void should_follow_no_redirect() throws IOException {
    newSecret();
    try (Receiver receiver = new Receiver(302)) {
      String batch = submit(receiver.url("/"));

      assertThat(receiver.calls(2)).extracting(Call::path).containsOnly("/");
      assertThat(settled(batch).getInt("attempts")).isEqualTo(2);
    }
  }

  @Test
  void should_end_when_the_receiver_is_gone_and_begin_again_when_asked_to() throws IOException {
    newSecret();
    try (Receiver receiver = new Receiver(410)) {
      String batch = submit(receiver.url("/"));
      JsonObject delivery = settled(batch);
      assertThat(delivery.getString("state")).isEqualTo("GIVEN_UP");
      assertThat(delivery.getInt("lastStatus")).isEqualTo(410);
      assertThat(delivery.isNull("nextAttemptAt")).isTrue();

      String resend = batch + "/deliveries/" + delivery.getString("id") + "/resend";
      assertThat(Account.make("submitter").client().post(resend, "").status()).isEqualTo(404);
      Answer answer = client.post(resend, "");
      assertThat(answer.status()).as(answer.body()).isEqualTo(202);

      assertThat(receiver.calls(2)).extracting(Call::id).containsOnly(delivery.getString("id"));
      assertThat(settled(batch).getString("state")).isEqualTo("DELIVERED");
      assertThat(client.post(batch + "/deliveries/msg_1/resend", "").status()).isEqualTo(404);
    }
  }

  @Test
  void should_show_why_nobody_could_be_reached() throws IOException {
    newSecret();
    String url;
    try (Receiver receiver = new Receiver()) {
      url = receiver.url("/");
    }
    String batch = submit(url);

    JsonObject delivery =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> only(batch), found -> found.getInt("attempts", 0) > 1);
    assertThat(delivery.getString("state")).isEqualTo("PENDING");
    assertThat(delivery.getString("lastError")).contains("refused");
    assertThat(delivery.isNull("lastStatus")).isTrue();
  }

  @Test
  void should_give_up_when_the_time_for_it_is_over() throws IOException, SQLException {
    newSecret();
    try (Receiver receiver = new Receiver(Collections.nCopies(100, 500).toArray(Integer[]::new))) {
      String batch = submit(receiver.url("/"));
      receiver.calls(2);
      Tables.run(
          "update webhook_delivery set retry_until = now() where batch_id = '%s'"
              .formatted(batch.substring(batch.lastIndexOf('/') + 1)));

      JsonObject delivery = settled(batch);
      assertThat(delivery.getString("state")).isEqualTo("GIVEN_UP");
      assertThat(delivery.getInt("lastStatus")).isEqualTo(500);
    }
  }

  /** As with addresses that were stored before there was a rule for them. */
  @ParameterizedTest
  @CsvSource({
    "https://8.8.8.8:99999/x, 99999 is not a valid port",
    "https://8.8.8.8:25/x, port 25 belongs to another service"
  })
  void should_count_an_attempt_that_cannot_even_be_made(String url, String reason)
      throws IOException, SQLException {
    newSecret();
    try (Receiver receiver = new Receiver(410)) {
      String batch = submit(receiver.url("/"));
      String id = settled(batch).getString("id");
      ServerLog log = ServerLog.shared();
      Tables.run(
          "update webhook_delivery set url = '%s' where id = '%s'"
              .formatted(url, id.substring("msg_".length())));
      client.post(batch + "/deliveries/" + id + "/resend", "");

      JsonObject delivery =
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> only(batch), found -> found.getInt("attempts", 0) > 3);
      assertThat(delivery.getString("lastError")).contains(reason);
      assertThat(delivery.getString("state")).isEqualTo("PENDING");
      assertThat(log.since())
          .anyMatch(line -> line.contains(id) && line.contains(reason))
          .noneMatch(line -> line.contains("at dev.tiankong.webhook."));

      Tables.run(
          "update webhook_delivery set retry_until = now() where id = '%s'"
              .formatted(id.substring("msg_".length())));
      assertThat(settled(batch).getString("state")).isEqualTo("GIVEN_UP");
    }
  }

  @Test
  void should_send_again_what_the_broker_lost() throws IOException, SQLException {
    newSecret();
    try (Receiver receiver = new Receiver(410)) {
      String batch = submit(receiver.url("/"));
      String id = settled(batch).getString("id");
      Tables.run(
          """
          update webhook_delivery set state = 'PENDING', next_attempt_at = now() - interval '1 hour'
          where id = '%s'
          """
              .formatted(id.substring("msg_".length())));
      Client.admin().run("resend-lost-webhooks");

      assertThat(receiver.calls(2)).hasSize(2);
      assertThat(settled(batch).getString("state")).isEqualTo("DELIVERED");
    }
  }

  @Test
  void should_tell_of_a_cancelled_batch_too() throws IOException {
    newSecret();
    try (Receiver receiver = new Receiver()) {
      JsonObject body =
          Json.createObjectBuilder()
              .add("callbackUrl", receiver.url("/"))
              .add("notBefore", Instant.now().plusSeconds(3600).toString())
              .add("texts", Json.createArrayBuilder(Texts.fresh(1)))
              .build();
      Answer answer = client.post("/api/v1/batches", body.toString());
      client.post("/api/v1/batches/" + answer.json().getString("id") + "/cancel", "");

      assertThat(receiver.calls(1).get(0).body()).contains("\"batch.cancelled\"");
    }
  }

  @Test
  void should_sign_with_the_old_secret_too_while_receivers_learn_the_new_one() throws IOException {
    String old = newSecret();
    String fresh = newSecret();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(client.get(SECRET).body()).doesNotContain("whsec_").contains("previousValidUntil");
    try (Receiver receiver = new Receiver()) {
      submit(receiver.url("/"));

      Call call = receiver.calls(1).get(0);
      assertThat(call.signatures()).hasSize(2);
      assertThat(call.isSignedWith(old)).isTrue();
      assertThat(call.isSignedWith(fresh)).isTrue();
    }
  }

  @Test
  void should_make_one_secret_when_several_first_ones_are_asked_for_at_once() throws IOException {
    // Several times: they do not meet each time.
    for (int round = 1; round < 5; round++) {
      assertThat(firstSecrets(Account.make("submitter").client()))
          .extracting(Answer::status)
          .isSubsetOf(201, 409)
          .contains(201);
    }

    List<Answer> answers = firstSecrets(client);

    assertThat(answers).extracting(Answer::status).isSubsetOf(201, 409).contains(201);
    List<String> made =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .map(answer -> answer.json().getString("secret"))
            .toList();
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allMatch(answer -> answer.json().getString("type").endsWith(":webhook-secret-changed"));
    try (Receiver receiver = new Receiver()) {
      submit(receiver.url("/"));
      Call call = receiver.calls(1).get(0);
      assertThat(made).anyMatch(call::isSignedWith);
    }
  }

  private static List<Answer> firstSecrets(Client owner) {
    // Signed in once, so that hashing the password does not put the requests one after another.
    owner.get(SECRET);
    return AtOnce.each(6, () -> owner.post(SECRET, ""));
  }

  /** As with every insert that fails: PostgreSQL names the values, and the driver repeats them. */
  @Test
  void should_not_write_a_secret_into_the_log_when_it_cannot_be_stored()
      throws IOException, SQLException {
    ServerLog log = ServerLog.shared();
    Tables.run(
        "alter table webhook_secret add constraint refuse check (owner <> '%s')"
            .formatted(account.name()));
    try {
      assertThat(client.post(SECRET, "").status()).isEqualTo(500);
    } finally {
      Tables.run("alter table webhook_secret drop constraint refuse");
    }

    assertThat(String.join("\n", log.since()))
        .contains("Incident")
        .contains("webhook_secret")
        .doesNotContain("Failing row")
        .doesNotContain("\\x")
        .doesNotContain("values (('");
  }

  @Test
  void should_give_no_secret_to_who_has_but_a_token() {
    Client token = account.token("submitter");

    assertThat(token.get(SECRET).status()).isEqualTo(404);
    assertThat(token.post(SECRET, "").json().getString("type")).endsWith(":password-needed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.2/",
        "https://2130706434/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.2]/",
        "https://[64:ff9b::7f00:2]/",
        "https://[fd00:ec2::254]/",
        "https://[fe80::1]/",
        "https://[2002:7f00:2::]/",
        "https://10.0.0.1/",
        "https://172.31.255.255/",
        "https://192.168.1.1:8443/",
        "https://100.100.100.200/latest/meta-data",
        "https://169.254.169.254/latest/meta-data",
        "https://168.63.129.16/",
        "https://0.0.0.0/",
        "https://224.0.0.1/",
        "https://255.255.255.255/",
        // Public, but in the clear.
        "http://8.8.8.8/",
        // Not a port, or that of another service.
        "https://8.8.8.8:99999/x",
        "https://8.8.8.8:0/",
        "https://8.8.8.8:22/",
        "https://8.8.8.8:25/",
        "http://127.0.0.1:6667/"
      })
  void should_not_be_used_against_the_servers_own_network(String url) {
    newSecret();

    Answer answer = tryToSubmit(url);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("type")).endsWith(":callback-refused");
    assertThat(client.get("/api/v1/batches").json().getJsonArray("batches")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "ftp://example.org/",
        "https://user:password@example.org/",
        "https:///path",
        "https://no-such-host.invalid/",
        "https://example.org/ space"
      })
  void should_refuse_what_is_no_address(String url) {
    newSecret();

    Answer answer = tryToSubmit(url);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("detail")).contains("callbackUrl");
  }

  @Test
  void should_say_how_a_host_is_written_in_ascii() {
    assertThat(tryToSubmit("https://例え.jp/").json().getString("detail"))
        .isEqualTo("The host of \"callbackUrl\" must be in ASCII, as in \"xn--r8jz45g.jp\".");
  }

  @Test
  void should_ask_for_a_secret_first() {
    Answer answer = tryToSubmit("http://127.0.0.1:8081/");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("detail")).contains(SECRET);
  }

  private String newSecret() {
    Answer answer = client.post(SECRET, "");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().getString("secret");
  }

  private Answer tryToSubmit(String url) {
    return client.post(
        "/api/v1/batches",
        Json.createObjectBuilder()
            .add("callbackUrl", url)
            .add("texts", Json.createArrayBuilder(Texts.fresh(1)))
            .build()
            .toString());
  }

  private String submit(String url) {
    Answer answer = tryToSubmit(url);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().getString("callbackUrl")).isEqualTo(url);
    return "/api/v1/batches/" + answer.json().getString("id");
  }

  private JsonObject only(String batch) {
    List<JsonObject> deliveries =
        client
            .get(batch + "/deliveries")
            .json()
            .getJsonArray("deliveries")
            .getValuesAs(JsonObject.class);
    return deliveries.isEmpty() ? JsonObject.EMPTY_JSON_OBJECT : deliveries.get(0);
  }

  private JsonObject settled(String batch) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> only(batch), found -> !found.getString("state", "PENDING").equals("PENDING"));
  }
}
