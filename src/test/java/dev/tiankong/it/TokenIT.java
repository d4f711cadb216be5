package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens for programs. */
@ArquillianTest
class TokenIT {

  private static final String TOKENS = "/api/v1/tokens";
  private static final String MODELS = "/api/v1/models";

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_show_a_token_once_and_let_it_in_until_it_is_revoked() {
    Account account = Account.make("submitter");
    Answer answer =
        account
            .client()
            .post(TOKENS, "{\"name\": \"nightly\", \"role\": \"viewer\", \"expiresInDays\": 7}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonObject made = answer.json();
    assertThat(made.getString("token")).matches("tk_[A-Za-z0-9_-]{43}");
    assertThat(
            Duration.between(
                Instant.parse(made.getString("createdAt")),
                Instant.parse(made.getString("expiresAt"))))
        .isEqualTo(Duration.ofDays(7));
    JsonObject listed = only(account);
    assertThat(listed.getString("name")).isEqualTo("nightly");
    assertThat(listed.isNull("lastUsedAt")).isTrue();
    assertThat(listed).doesNotContainKey("token");

    Client token = Client.withHeader("Bearer " + made.getString("token"));
    assertThat(token.get(MODELS).status()).isEqualTo(200);
    JsonObject used = only(account);
    assertThat(used.isNull("lastUsedAt")).isFalse();
    // A client that polls does not write a row each time.
    assertThat(token.get(MODELS).status()).isEqualTo(200);
    assertThat(only(account)).isEqualTo(used);

    String path = TOKENS + "/" + made.getString("id");
    assertThat(Account.make("submitter").client().delete(path).status()).isEqualTo(404);
    assertThat(account.client().delete(path).status()).isEqualTo(204);
    assertInvalid(token);
    assertThat(account.client().delete(path).status()).isEqualTo(404);
  }

  private static JsonObject only(Account account) {
    return account.client().get(TOKENS).json().getJsonArray("tokens").getJsonObject(0);
  }

  private static void assertInvalid(Client token) {
    Answer answer = token.get(MODELS);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.response().headers().allValues("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"Tiankong\", error=\"invalid_token\"");
    assertThat(answer.json().getString("detail")).contains("Basic", "Bearer");
  }

  @Test
  void should_let_nobody_in_with_an_expired_or_made_up_token() throws SQLException {
    Account account = Account.make("viewer");
    Client token = account.token("viewer");
    Tables.run(
        """
        update api_token set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
        where user_name = '%s'
        """
            .formatted(account.name()));

    assertInvalid(token);
    assertInvalid(Client.withHeader("Bearer tk_" + "A".repeat(43)));
    assertInvalid(Client.withHeader("Bearer "));
    assertInvalid(Client.withHeader("bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9."));
  }

  @Test
  void should_forget_sessions_that_are_over_but_no_token_of_a_program() throws SQLException {
    Account account = Account.make("viewer");
    account.newToken("viewer");
    account.client().post("/api/v1/session", new byte[0]);
    Tables.run(
        """
        update api_token set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
        where user_name = '%s'
        """
            .formatted(account.name()));

    account.client().post("/api/v1/session", new byte[0]);
    account.client().post("/api/v1/session", new byte[0]);

    assertThat(
            account
                .client()
                .get(TOKENS)
                .json()
                .getJsonArray("tokens")
                .getValuesAs(JsonObject.class))
        .extracting(token -> token.getString("name"))
        .containsExactly("test", "Console", "Console");
  }

  @Test
  void should_end_a_session_that_nobody_uses() throws SQLException {
    Account account = Account.make("viewer");
    Client program = account.token("viewer");
    Client page = Client.withHeader("Bearer " + sessionOf(account));
    assertThat(page.get("/api/v1/me").status()).isEqualTo(200);

    Tables.run(
        "update api_token set last_used_at = now() - interval '2 hours' where user_name = '%s'"
            .formatted(account.name()));

    assertThat(page.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(program.get("/api/v1/me").status()).isEqualTo(200);
  }

  private static String sessionOf(Account account) {
    String cookie = account.client().post("/api/v1/session", new byte[0]).header("Set-Cookie");
    return cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
  }

  @Test
  void should_never_be_mightier_than_its_user() {
    Account account = Account.make("submitter");
    Client token = account.token("submitter");
    assertThat(account.client().post(TOKENS, "{\"name\": \"x\", \"role\": \"operator\"}").status())
        .isEqualTo(403);
    assertThat(token.post("/api/v1/batches", "[\"x\"]").status()).isEqualTo(202);

    Client.admin().patch(account.path(), "{\"role\": \"viewer\"}");

    assertThat(token.post("/api/v1/batches", "[\"x\"]").status()).isEqualTo(403);
    assertThat(token.get(MODELS).status()).isEqualTo(200);
    Client.admin().delete(account.path());
    assertInvalid(token);
  }

  @Test
  void should_not_revoke_a_token_that_can_do_more() {
    Account account = Account.make("submitter");
    JsonObject strong = account.newToken("submitter");
    JsonObject weak = account.newToken("viewer");
    Client viewer = account.token("viewer");

    Answer refused = viewer.delete(TOKENS + "/" + strong.getString("id"));

    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
    assertThat(refused.json().getString("type")).endsWith(":role-too-low");
    assertThat(refused.json().getString("detail")).contains("viewer", "submitter", "password");
    Client submitter = Client.withHeader("Bearer " + strong.getString("token"));
    assertThat(submitter.get(MODELS).status()).isEqualTo(200);
    // Those of the same role, its own included, and what a demoted user's tokens have become.
    assertThat(viewer.delete(TOKENS + "/" + weak.getString("id")).status()).isEqualTo(204);
    Client.admin().patch(account.path(), "{\"role\": \"viewer\"}");
    assertThat(viewer.delete(TOKENS + "/" + strong.getString("id")).status()).isEqualTo(204);
    assertInvalid(submitter);
  }

  @Test
  void should_revoke_the_strongest_with_a_password() {
    Account account = Account.make("operator");
    String id = account.newToken("operator").getString("id");

    assertThat(account.client().delete(TOKENS + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void should_be_at_most_fifty_and_sessions_besides() {
    Account account = Account.make("viewer");
    for (int i = 0; i < 45; i++) {
      account.newToken("viewer");
    }
    Supplier<Answer> another =
        () -> account.client().post(TOKENS, "{\"name\": \"x\", \"role\": \"viewer\"}");

    List<Answer> answers = AtOnce.each(10, another);

    assertThat(answers)
        .extracting(Answer::status)
        .containsExactlyInAnyOrder(201, 201, 201, 201, 201, 409, 409, 409, 409, 409);
    Answer refused = another.get();
    assertThat(refused.json().getString("type")).endsWith(":too-many-tokens");
    assertThat(refused.json().getString("detail")).contains("50", "revoke");

    for (int i = 0; i < 55; i++) {
      assertThat(account.client().post("/api/v1/session", new byte[0]).status()).isEqualTo(200);
    }
    List<JsonObject> all =
        account.client().get(TOKENS).json().getJsonArray("tokens").getValuesAs(JsonObject.class);
    assertThat(all).hasSize(100);
    assertThat(account.client().delete(TOKENS + "/" + all.get(0).getString("id")).status())
        .isEqualTo(204);
    assertThat(another.get().status()).isEqualTo(201);
  }

  @Test
  void should_not_make_what_outlives_it() {
    Account account = Account.make("operator");
    Client token = account.token("operator");

    for (Answer answer :
        new Answer[] {
          token.post(TOKENS, "{\"name\": \"x\", \"role\": \"viewer\"}"),
          token.put("/api/v1/me/password", "{\"password\": \"twelve or more\"}"),
          token.post(Account.USERS, Account.named("by-token").json("operator")),
          token.patch(account.path(), "{\"password\": \"twelve or more\"}"),
          token.delete(account.path())
        }) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(403);
      assertThat(answer.json().getString("type")).endsWith("password-needed");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"name": "x", "role": "viewer", "expiresInDays": 0}    | 422 | invalid-expiry
          {"name": "x", "role": "viewer", "expiresInDays": 366}  | 422 | invalid-expiry
          {"name": "x", "role": "viewer", "expiresInDays": "7"}  | 400 | invalid-body
          {"name": "x", "role": "viewer", "expiresInDays": 1.5}  | 400 | invalid-body
          {"name": " ", "role": "viewer"}                        | 422 | invalid-token-name
          {"name": "Console", "role": "viewer"}                  | 422 | invalid-token-name
          {"name": "x", "role": "root"}                          | 422 | unknown-role
          {"role": "viewer"}                                     | 400 | invalid-body
          """)
  void should_refuse_a_token_that_breaks_a_rule(String body, int status, String code) {
    Answer answer = Client.admin().post(TOKENS, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("type")).isEqualTo("urn:tiankong:problem:" + code);
  }
}
