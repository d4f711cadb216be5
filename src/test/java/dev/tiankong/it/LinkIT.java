package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links lead to this server, whatever a client calls it. */
@ArquillianTest
class LinkIT {

  private static final String BATCHES = "/api/v1/batches";
  private static final String OWN = "127.0.0.1:" + System.getenv("TIANKONG_HTTP_PORT");
  private static final Pattern LINK = Pattern.compile("https?://[^/\"]+");

  private Account account;

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @BeforeEach
  void signUp() {
    account = Account.make("submitter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:8080",
        "203.0.113.9",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "[2001:db8::1]:80"
      })
  void should_not_lead_to_a_host_that_somebody_made_up(String host) throws IOException {
    assertThat(links(submit(host))).hasSize(4).containsOnly("http://" + OWN);
    assertThat(links(makeToken(host))).containsExactly("http://" + OWN);
    assertThat(docs(host).send()).contains("Location: http://" + OWN + "/api/v1/docs/index.html");
  }

  @Test
  void should_answer_the_same_whatever_it_is_called() throws IOException {
    submit(OWN);
    String query = BATCHES + "?name=a%20b%26c&st%61te=COMPLETED&limit=1";

    String answer = get(query, "evil.example");

    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(body(answer)).isEqualTo(body(get(query, OWN)));
    assertThat(body(get("/no/such%2Fpath;a=b", "evil.example")))
        .isEqualTo(body(get("/no/such%2Fpath;a=b", OWN)));
    assertThat(body(get("/v1/nothing", "evil.example"))).startsWith("{\"error\":");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9000", "LOCALHOST:9000", "127.0.0.2:9000", "[::1]:9000"})
  void should_lead_to_where_a_tunnel_on_this_machine_begins(String host) throws IOException {
    assertThat(links(submit(host))).containsOnly("http://" + host.toLowerCase(Locale.ROOT));
  }

  @Test
  void should_not_believe_what_only_a_proxy_may_say() throws IOException {
    assertThat(docs(OWN).with("X-Forwarded-Host", "evil.example").send())
        .contains("Location: http://" + OWN + "/");
  }

  private String submit(String host) throws IOException {
    String answer = RawRequest.of("POST", BATCHES, host).signedInAs(account).json("[\"x\"]").send();
    assertThat(answer).startsWith("HTTP/1.1 202 ");
    return answer;
  }

  private String makeToken(String host) throws IOException {
    return RawRequest.of("POST", "/api/v1/tokens", host)
        .signedInAs(account)
        .json("{\"name\": \"x\", \"role\": \"viewer\"}")
        .send();
  }

  private RawRequest docs(String host) {
    return RawRequest.of("GET", "/api/v1/docs", host).signedInAs(account);
  }

  private String get(String path, String host) throws IOException {
    return RawRequest.of("GET", path, host).signedInAs(account).send();
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static List<String> links(String answer) {
    return LINK.matcher(answer).results().map(MatchResult::group).toList();
  }
}
