package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much is refused as a whole, and nothing of it is stored. */
@ArquillianTest
class LimitIT {

  private static final String BATCHES = "/api/v1/batches";
  private static final int MEBIBYTE = 1 << 20;
  private static final int MAX_BODY = Integer.parseInt(System.getenv("TIANKONG_MAX_BODY"));

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_take_a_body_that_is_packed() throws IOException {
    byte[] body = packed("[\"" + Texts.fresh(1).get(0) + "\"]", 0);

    assertThat(post(body, "gzip").status()).isEqualTo(202);
  }

  @Test
  void should_cut_off_a_body_that_is_too_large_unpacked() throws IOException {
    String blank = ",\"" + " ".repeat(1000) + "\"";
    byte[] bomb = packed("[\"北[MASK]\"" + blank.repeat(MAX_BODY / 1000), 0);
    assertThat(bomb).hasSizeLessThan(MEBIBYTE);

    assertProblem(post(bomb, "gzip"), 413, "body-too-large");
  }

  @Test
  void should_cut_off_a_body_that_is_too_large() {
    byte[] body = new byte[MAX_BODY + 1];

    assertProblem(post(body, "identity"), 413, "body-too-large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/tokens",
        "/api/v1/users",
        "/api/v1/fill-mask",
        "/models/bert-base-multilingual-cased"
      })
  void should_cut_off_early_what_is_read_in_one_piece(String route) throws IOException {
    byte[] bomb = packed("{\"name\": \"", 2 * MEBIBYTE);

    Answer answer = client.post(route, bomb, Map.of("Content-Encoding", "gzip"));
    assertProblem(answer, 413, "body-too-large");
    assertThat(answer.json().getString("detail")).contains("262144 bytes");
  }

  @Test
  void should_refuse_a_body_that_is_not_packed_as_it_says() throws IOException {
    byte[] packed = packed("[\"北[MASK]\"]", 1000);
    byte[] half = java.util.Arrays.copyOf(packed, packed.length / 2);

    assertProblem(post("[]".getBytes(), "gzip"), 400, "invalid-body");
    assertProblem(post(half, "gzip"), 400, "invalid-body");
    assertProblem(post(packed, "br"), 415, "unsupported-encoding");
  }

  @Test
  void should_not_read_on_where_no_text_ends() throws IOException {
    assertProblem(post(packed("[\"北[MASK]\"", 2 * MEBIBYTE), "gzip"), 413, "record-too-long");
  }

  @Test
  void should_refuse_a_text_that_is_too_long() {
    String body = "[\"北[MASK]\", \"" + "长".repeat(100_001) + "\"]";

    Answer answer = client.post(BATCHES, body);
    assertProblem(answer, 422, "text-too-long");
    assertThat(answer.json().getString("detail")).startsWith("Text 1 has 100001 characters");
  }

  @Test
  void should_refuse_a_batch_more_than_a_user_may_have_open() throws SQLException {
    Tables.run(
        """
        insert into batch (id, owner, task, model, top_k, state, total, created_at)
        select gen_random_uuid(), 'admin', 'too-many', 'none', 5, 'PAUSED', 1, now()
        from generate_series(1, 1000)
        """);
    try {
      Answer answer = client.post(BATCHES, "[\"北[MASK]\"]");
      assertProblem(answer, 429, "too-much-open");
      assertThat(answer.header("Retry-After")).isEqualTo("60");
    } finally {
      Tables.run("delete from batch where task = 'too-many'");
    }
  }

  @Test
  void should_refuse_more_texts_than_a_user_may_have_waiting() throws SQLException {
    Tables.run(
        """
        insert into batch (id, owner, task, model, top_k, state, total, created_at)
        values (gen_random_uuid(), 'admin', 'too-many', 'none', 5, 'PAUSED', 10000000, now())
        """);
    try {
      assertProblem(client.post(BATCHES, "[\"北[MASK]\"]"), 429, "too-much-open");
    } finally {
      Tables.run("delete from batch where task = 'too-many'");
    }
  }

  @Test
  void should_let_nobody_ask_too_often() {
    // Of its own: whoever asks next must not find the rate used up.
    Client submitter = Account.make("submitter").client();
    Answer refused =
        IntStream.range(0, 1000)
            .mapToObj(i -> submitter.post("/api/v1/fill-mask", "{}"))
            .filter(answer -> answer.status() != 400)
            .findFirst()
            .orElseThrow();

    assertProblem(refused, 429, "too-many-requests");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
  }

  private Answer post(byte[] body, String encoding) {
    return client.post(BATCHES, body, Map.of("Content-Encoding", encoding));
  }

  /** The text and so many spaces after it. */
  private static byte[] packed(String text, int spaces) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
      byte[] some = " ".repeat(MEBIBYTE).getBytes(StandardCharsets.US_ASCII);
      for (int left = spaces; left > 0; left -= some.length) {
        gzip.write(some, 0, Math.min(left, some.length));
      }
    }
    return packed.toByteArray();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("type")).isEqualTo("urn:tiankong:problem:" + code);
  }
}
