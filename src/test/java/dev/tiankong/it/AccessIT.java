package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what. */
@ArquillianTest
class AccessIT {

  private static final String BATCHES = "/api/v1/batches";
  private static final String NO_FILE = "/v1/files/file-" + "0".repeat(32);
  private static final String NO_OPENAI_BATCH = "/v1/batches/batch_" + "0".repeat(32);
  private static final String NOBODYS = BATCHES + "/" + UUID.randomUUID();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_open_to_each_role_what_is_its_own() {
    for (boolean byToken : List.of(false, true)) {
      for (int column = 0; column < 3; column++) {
        String role = List.of("viewer", "submitter", "operator").get(column);
        Account account = Account.make(role);
        Client client = byToken ? account.token(role) : account.client();
        for (Route route : Route.ALL) {
          Answer answer = client.call(route.method, route.path, route.body);
          assertThat(answer.status())
              .as("%s %s as %s: %s", route.method, route.path, role, answer.body())
              .isEqualTo(route.statuses.get(column));
          if (answer.status() == 403 && route.path.startsWith("/v1/")) {
            assertThat(answer.json().getJsonObject("error").getString("code"))
                .isEqualTo("forbidden");
          } else if (answer.status() == 403) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().getString("type")).isEqualTo("urn:tiankong:problem:forbidden");
          }
        }
      }
    }
  }

  /**
   * @param statuses for viewer, submitter, operator
   */
  private record Route(String method, String path, String body, List<Integer> statuses) {

    static final List<Route> ALL =
        List.of(
            new Route("POST", BATCHES, "[\"x\"]", List.of(403, 202, 202)),
            new Route("POST", BATCHES + "/check", "[\"x\"]", List.of(403, 200, 200)),
            new Route("GET", NOBODYS, "", List.of(404, 404, 404)),
            new Route("GET", NOBODYS + "/results", "", List.of(404, 404, 404)),
            new Route("POST", NOBODYS + "/pause", "", List.of(403, 404, 404)),
            new Route("POST", NOBODYS + "/resume", "", List.of(403, 404, 404)),
            new Route("POST", NOBODYS + "/cancel", "", List.of(403, 404, 404)),
            new Route("DELETE", NOBODYS, "", List.of(403, 404, 404)),
            new Route("GET", NOBODYS + "/deliveries", "", List.of(404, 404, 404)),
            new Route("POST", NOBODYS + "/deliveries/msg_1/resend", "", List.of(403, 404, 404)),
            new Route("GET", "/api/v1/webhooks/secret", "", List.of(403, 404, 404)),
            new Route("POST", "/submit_batch", "[\"x\"]", List.of(403, 200, 200)),
            new Route("GET", "/task_status/" + UUID.randomUUID(), "", List.of(404, 404, 404)),
            new Route("POST", "/api/v1/fill-mask", "{\"text\": \"x\"}", List.of(403, 200, 200)),
            new Route(
                "POST", "/models/no-such-model", "{\"inputs\": \"x\"}", List.of(403, 422, 422)),
            new Route("GET", "/api/v1/models", "", List.of(200, 200, 200)),
            new Route("GET", "/v1/files", "", List.of(200, 200, 200)),
            new Route("GET", NO_FILE, "", List.of(404, 404, 404)),
            new Route("GET", NO_FILE + "/content", "", List.of(404, 404, 404)),
            new Route("DELETE", NO_FILE, "", List.of(403, 404, 404)),
            new Route("GET", "/v1/batches", "", List.of(200, 200, 200)),
            new Route("POST", "/v1/batches", "{}", List.of(403, 400, 400)),
            new Route("GET", NO_OPENAI_BATCH, "", List.of(404, 404, 404)),
            new Route("POST", NO_OPENAI_BATCH + "/cancel", "", List.of(403, 404, 404)),
            new Route("GET", "/api/v1/tokens", "", List.of(200, 200, 200)),
            new Route("GET", Account.USERS, "", List.of(403, 403, 200)),
            new Route("GET", Account.USERS + "/admin", "", List.of(403, 403, 200)),
            new Route("GET", "/api/v1/audit", "", List.of(403, 403, 200)));
  }

  @Test
  void should_hide_a_batch_from_everybody_but_its_owner_and_operators() {
    Account owner = Account.make("submitter");
    String batch = owner.client().submit(Texts.fresh(1));
    owner.client().finished(batch);
    String task = "/task_status/" + batch.substring(batch.lastIndexOf('/') + 1);
    Client other = Account.make("submitter").client();

    for (String path : List.of(batch, batch + "/results", task)) {
      assertThat(owner.client().get(path).status()).as(path).isEqualTo(200);
      assertThat(other.get(path).status()).as(path).isEqualTo(404);
      assertThat(Account.make("operator").client().get(path).status()).as(path).isEqualTo(200);
    }
    for (String verb : List.of("pause", "resume", "cancel")) {
      assertThat(other.post(batch + "/" + verb, "").status()).as(verb).isEqualTo(404);
    }
    assertThat(other.delete(batch).status()).isEqualTo(404);
    assertThat(other.get(batch).body().replaceAll("[0-9a-f-]{36}", "id"))
        .isEqualTo(other.get(NOBODYS).body().replaceAll("[0-9a-f-]{36}", "id"));

    assertThat(owner.token("submitter").delete(batch).status()).isEqualTo(204);
  }

  @Test
  void should_let_operators_make_change_and_delete_users() {
    Client admin = Client.admin();
    Account account = Account.make("viewer");
    assertThat(admin.get(account.path()).json().getString("role")).isEqualTo("viewer");
    assertThat(admin.get(Account.USERS).json().getJsonArray("users").getValuesAs(JsonObject.class))
        .extracting(user -> user.getString("name"))
        .contains("admin", account.name());

    assertThat(admin.patch(account.path(), "{\"role\": \"submitter\"}").status()).isEqualTo(200);
    assertThat(account.client().post(BATCHES, "[\"x\"]").status()).isEqualTo(202);

    assertThat(admin.delete(account.path()).status()).isEqualTo(204);
    assertThat(account.client().get("/api/v1/models").status()).isEqualTo(401);
    assertThat(admin.get(account.path()).status()).isEqualTo(404);
    // Nobody may come after and find the batches of a namesake.
    Answer again = admin.post(Account.USERS, account.json("viewer"));
    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  void should_give_a_name_once_when_many_ask_for_it() {
    Account account = Account.named("twin-" + System.nanoTime());

    List<Integer> statuses =
        AtOnce.each(8, () -> Client.admin().post(Account.USERS, account.json("viewer")).status());

    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
  }

  @Test
  void should_keep_the_built_in_user() {
    Client admin = Client.admin();

    assertThat(admin.delete("/api/v1/users/admin").status()).isEqualTo(409);
    assertThat(admin.patch("/api/v1/users/admin", "{\"role\": \"viewer\"}").status())
        .isEqualTo(409);
    assertThat(
            admin
                .put("/api/v1/me/password", "{\"password\": \"a green bicycle at noon\"}")
                .status())
        .isEqualTo(409);
    assertThat(admin.get(Account.USERS).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"name": "a b", "password": "twelve or more", "role": "viewer"}    | 422 | invalid-user-name
          {"name": "a:b", "password": "twelve or more", "role": "viewer"}    | 422 | invalid-user-name
          {"name": "", "password": "twelve or more", "role": "viewer"}       | 422 | invalid-user-name
          {"name": "short", "password": "only eleven", "role": "viewer"}     | 422 | invalid-password
          {"name": "x", "password": "            ", "role": "viewer"}        | 422 | weak-password
          {"name": "x", "password": "password1234", "role": "viewer"}        | 422 | weak-password
          {"name": "x", "password": "123456789012", "role": "viewer"}        | 422 | weak-password
          {"name": "li.bai-1", "password": "li.bai-1li.bai-1", "role": "viewer"} | 422 | weak-password
          {"name": "x", "password": "twelve or more", "role": "root"}        | 422 | unknown-role
          {"name": "x", "password": "twelve or more"}                        | 400 | invalid-body
          {"name": 1, "password": "twelve or more", "role": "viewer"}        | 400 | invalid-body
          {"name": "x", "password": "twelve or more", "roles": "viewer"}     | 400 | invalid-body
          {"name": "ADMIN", "password": "twelve or more", "role": "viewer"}  | 409 | user-name-taken
          []                                                                 | 400 | invalid-body
          """)
  void should_refuse_a_user_that_breaks_a_rule(String body, int status, String code) {
    Answer answer = Client.admin().post(Account.USERS, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("type")).isEqualTo("urn:tiankong:problem:" + code);
    assertThat(answer.body()).doesNotContain("twelve or more");
  }

  @Test
  void should_refuse_a_weak_password_whoever_sets_it_and_keep_the_one_before() {
    Account account = Account.make("viewer");
    String weak = "{\"password\": \"%s\"}".formatted(account.name().repeat(2));

    for (Answer answer :
        List.of(
            account.client().put("/api/v1/me/password", weak),
            Client.admin().patch(account.path(), weak))) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(422);
      assertThat(answer.json().getString("type")).endsWith(":weak-password");
      assertThat(answer.json().getString("detail")).contains("the user or product name");
    }
    assertThat(account.client().get("/api/v1/me").status()).isEqualTo(200);
  }

  @Test
  void should_revoke_tokens_with_a_new_password() {
    Account account = Account.make("viewer");
    Client token = account.token("viewer");
    assertThat(token.get("/api/v1/models").status()).isEqualTo(200);

    Answer changed =
        account.client().put("/api/v1/me/password", "{\"password\": \"一二三四五六七八九十十一十二\"}");

    assertThat(changed.status()).as(changed.body()).isEqualTo(204);
    assertThat(token.get("/api/v1/models").status()).isEqualTo(401);
    assertThat(account.client().get("/api/v1/models").status()).isEqualTo(401);
    Client renewed = Client.signedIn(account.name(), "一二三四五六七八九十十一十二");
    assertThat(renewed.get("/api/v1/models").status()).isEqualTo(200);
  }
}
