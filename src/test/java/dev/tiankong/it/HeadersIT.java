package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told. The POM names one origin that may call. */
@ArquillianTest
class HeadersIT {

  private static final String BATCHES = "/api/v1/batches";
  private static final String KNOWN = "https://console.example";
  private static final String UNKNOWN = "https://evil.example";

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_protect_every_answer_and_start_no_session() {
    Client admin = Client.admin();
    List<Answer> answers =
        List.of(
            admin.get("/api/v1/models"),
            admin.get("/no/such/path"),
            admin.delete(BATCHES),
            admin.post(BATCHES, "{"),
            Client.stranger().get(BATCHES),
            Client.stranger().get("/api/v1/health/live"),
            Client.stranger().call("OPTIONS", BATCHES, ""));

    assertThat(answers)
        .extracting(Answer::status)
        .containsExactly(200, 404, 405, 400, 401, 200, 204);
    for (Answer answer : answers) {
      assertThat(answer.header("Content-Security-Policy"))
          .startsWith("default-src 'none'")
          .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Permissions-Policy")).contains("camera=()");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Strict-Transport-Security")).isNull();
      assertThat(answer.header("Set-Cookie")).isNull();
      assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/page/app.js", "/api/v1/models"})
  void should_protect_the_refusal_of_a_method_that_servers_answer_themselves(String path)
      throws IOException {
    String answer = RawRequest.of("TRACE", path, "127.0.0.1").with("Secret", "echo").send();

    assertThat(answer).containsPattern("^HTTP/1.1 40[15] ").doesNotContain("echo");
    assertProtected(answer);
  }

  @Test
  void should_protect_a_refusal_before_the_application() throws IOException {
    String answer =
        RawRequest.of("POST", BATCHES, "127.0.0.1").with("Transfer-Encoding", "identity").send();

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertProtected(answer);
  }

  /** For what never gets to the application, and so not to its filters. */
  static void assertProtected(String answer) {
    assertThat(answer)
        .contains("Content-Security-Policy: default-src 'none';")
        .contains("X-Content-Type-Options: nosniff")
        .contains("X-Frame-Options: DENY")
        .contains("Referrer-Policy: no-referrer")
        .contains("Permissions-Policy: camera=()")
        .contains("Cross-Origin-Resource-Policy: same-origin")
        .contains("Cache-Control: no-store");
  }

  @Test
  void should_answer_a_preflight_without_a_user_to_known_origins_only() {
    Answer known = preflight(KNOWN);
    assertThat(known.status()).isEqualTo(204);
    assertThat(known.header("Access-Control-Allow-Origin")).isEqualTo(KNOWN);
    assertThat(known.header("Access-Control-Allow-Headers")).contains("Authorization");
    assertThat(known.header("Access-Control-Allow-Methods")).contains("POST", "DELETE");
    assertThat(known.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(known.header("Vary")).contains("Origin");

    Answer unknown = preflight(UNKNOWN);
    assertThat(unknown.header("Access-Control-Allow-Origin")).isNull();
    assertThat(unknown.header("Access-Control-Allow-Methods")).isNull();
  }

  @Test
  void should_say_which_methods_a_path_has() {
    assertThat(Client.stranger().call("OPTIONS", BATCHES, "").header("Allow"))
        .isEqualTo("OPTIONS, HEAD, GET, POST");
    assertThat(Client.stranger().call("OPTIONS", BATCHES + "/1", "").header("Allow"))
        .isEqualTo("OPTIONS, HEAD, DELETE, GET");
    assertThat(Client.stranger().call("OPTIONS", "/no/such/path", "").header("Allow")).isNull();
  }

  private static Answer preflight(String origin) {
    return Client.stranger()
        .call("OPTIONS", BATCHES, "", "Origin", origin, "Access-Control-Request-Method", "POST");
  }

  @Test
  void should_let_known_origins_read_answers_and_refusals() {
    Answer refused = Client.stranger().call("GET", BATCHES, "", "Origin", KNOWN);
    Answer accepted =
        Client.admin()
            .call("POST", BATCHES, "[\"x\"]", "Origin", KNOWN, "Sec-Fetch-Site", "cross-site");

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(KNOWN);
    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    assertThat(accepted.header("Access-Control-Allow-Origin")).isEqualTo(KNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, ://"
  })
  void should_change_nothing_for_a_foreign_page(String header, String value) {
    Answer submit = Client.admin().call("POST", BATCHES, "[\"x\"]", header, value);

    assertThat(submit.status()).as(submit.body()).isEqualTo(403);
    assertThat(submit.json().getString("type")).isEqualTo("urn:tiankong:problem:cross-site");
    assertThat(Client.admin().call("GET", "/api/v1/models", "", header, value).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void should_work_for_its_own_pages(String site) {
    String own = "http://127.0.0.1:" + System.getenv("TIANKONG_HTTP_PORT");

    assertThat(Client.admin().call("POST", BATCHES, "[\"x\"]", "Sec-Fetch-Site", site).status())
        .isEqualTo(202);
    assertThat(Client.admin().call("POST", BATCHES, "[\"x\"]", "Origin", own).status())
        .isEqualTo(202);
  }
}
