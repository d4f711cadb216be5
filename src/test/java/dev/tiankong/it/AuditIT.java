package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written down about calls. */
@ArquillianTest
class AuditIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_have_one_entry_for_each_call_that_changes_something_or_tries_to() {
    Account account = Account.make("submitter");
    Client token = account.token("viewer");
    String batch = account.client().submit(Texts.fresh(1));
    account.client().get(batch);
    account.client().post("/api/v1/fill-mask", "{\"text\": \"x\"}");
    account.client().post("/api/v1/batches/check?name=x", "[\"x\"]");
    account.client().post("/api/v1/batches?name=x&dryRun=true", "[\"x\"]");
    account.client().post("/api/v1/batches?dry%52un=false&dryRun=true", "[\"x\"]");
    account.client().post("/api/v1/batches?dryRun=false&dryRun=true", "[\"x\"]");
    token.post("/api/v1/batches?secret=1", "[\"x\"]");
    failToSignIn(account, wrong -> wrong.get(batch));
    account.client().put("/no/such/path", "");

    List<JsonObject> entries = of(account.name()).toList();

    assertThat(entries)
        .extracting(
            entry ->
                "%s %s %s"
                    .formatted(entry.getString("method"), entry.getString("path"), status(entry)))
        .containsExactly(
            "PUT /no/such/path 404",
            "GET " + batch + " 401",
            "POST /api/v1/batches 403",
            // What looks like a dry run and is none.
            "POST /api/v1/batches 400",
            "POST /api/v1/batches 400",
            "POST /api/v1/batches 202",
            "POST /api/v1/tokens 201");
    assertThat(entries).extracting(entry -> entry.getString("from")).containsOnly("127.0.0.1");
    assertThat(entries.get(2).isNull("token")).isFalse();
    assertThat(entries.get(3).isNull("token")).isTrue();
  }

  @Test
  void should_pick_out_what_is_asked_for() {
    Account account = Account.make("submitter");
    account.client().post("/api/v1/batches", "[\"x\"]");
    account.client().post("/api/v1/batches", "{");
    failToSignIn(account, wrong -> wrong.post("/api/v1/batches", "[]"));
    account.token("viewer").delete("/api/v1/tokens/%5Fnone");
    List<JsonObject> all = picked(account, "");

    assertThat(all).hasSize(5);
    assertThat(picked(account, "&outcome=done")).containsExactly(all.get(1), all.get(4));
    assertThat(picked(account, "&outcome=refused"))
        .containsExactly(all.get(0), all.get(2), all.get(3));
    assertThat(picked(account, "&outcome=unauthorized")).containsExactly(all.get(2));
    assertThat(picked(account, "&outcome=failed")).isEmpty();
    assertThat(picked(account, "&path=/api/v1/tokens")).containsExactly(all.get(0), all.get(1));
    assertThat(picked(account, "&path=/api/v1/_okens")).isEmpty();
    String third = all.get(2).getString("at");
    assertThat(picked(account, "&from=" + third)).isEqualTo(all.subList(0, 3));
    assertThat(picked(account, "&to=" + third)).isEqualTo(all.subList(3, 5));
    assertThat(picked(account, "&path=/api/v1/batches&outcome=done")).containsExactly(all.get(4));
  }

  /** Its entry comes after its answer. */
  private static void failToSignIn(Account account, Consumer<Client> call) {
    call.accept(Client.signedIn(account.name(), "wrong"));
    await().until(() -> picked(account, "&outcome=unauthorized"), entries -> !entries.isEmpty());
  }

  /** Answers to names that do not exist come without one, and must not come any earlier. */
  @Test
  void should_not_let_a_wrong_password_wait_for_its_entry() throws SQLException {
    Account account = Account.make("submitter");
    try (Connection connection = Tables.source().getConnection();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("lock table audit in access exclusive mode");

      assertThat(Client.signedIn(account.name(), "wrong").get("/api/v1/me").status())
          .isEqualTo(401);
    }
    await().until(() -> picked(account, "&outcome=unauthorized"), entries -> entries.size() == 1);
  }

  private static List<JsonObject> picked(Account account, String filter) {
    JsonObject page = Client.admin().get("/api/v1/audit?user=" + account.name() + filter).json();
    return page.getJsonArray("entries").getValuesAs(JsonObject.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user=a%00b",
        "outcome=fine",
        "from=yesterday",
        "to=%2B999999-01-01T00:00:00Z",
        "after=0"
      })
  void should_refuse_what_nothing_can_be_like(String query) {
    Answer answer = Client.admin().get("/api/v1/audit?" + query);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().getString("detail"))
        .startsWith(query.substring(0, query.indexOf('=')));
  }

  @Test
  void should_write_nothing_for_strangers() {
    String name = "stranger-" + System.nanoTime();
    Client.stranger().post("/api/v1/" + name, "{}");
    Client.signedIn(name, "wrong").post("/api/v1/" + name, "{}");

    assertThat(all().filter(entry -> entry.toString().contains(name))).isEmpty();
  }

  @Test
  void should_believe_nobody_about_where_they_are() {
    Account account = Account.make("submitter");
    account.client().call("POST", "/api/v1/batches", "[\"x\"]", "X-Forwarded-For", "203.0.113.9");

    assertThat(of(account.name()).toList())
        .singleElement()
        .extracting(entry -> entry.getString("from"))
        .isEqualTo("127.0.0.1");
  }

  @Test
  void should_do_nothing_that_cannot_be_recorded() throws SQLException {
    Account account = Account.make("submitter");
    Tables.run("alter table audit rename to audit_away");
    try {
      Answer answer = account.client().post("/api/v1/batches", "[\"x\"]");
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isNotNull();
      assertThat(account.client().get("/api/v1/models").status()).isEqualTo(200);
    } finally {
      Tables.run("alter table audit_away rename to audit");
    }
  }

  private static String status(JsonObject entry) {
    JsonValue status = entry.get("status");
    return status.toString();
  }

  private static Stream<JsonObject> of(String user) {
    return all().filter(entry -> entry.getString("user").equals(user));
  }

  /** Page by page. */
  private static Stream<JsonObject> all() {
    List<JsonObject> entries = new ArrayList<>();
    String after = "";
    while (after != null) {
      JsonObject page = Client.admin().get("/api/v1/audit?limit=7" + after).json();
      entries.addAll(page.getJsonArray("entries").getValuesAs(JsonObject.class));
      after = page.isNull("next") ? null : "&after=" + page.getJsonNumber("next");
    }
    assertThat(entries).extracting(entry -> entry.getJsonNumber("id")).doesNotHaveDuplicates();
    return entries.stream();
  }
}
