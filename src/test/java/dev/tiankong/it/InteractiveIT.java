package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are answered at once. */
@ArquillianTest
class InteractiveIT {

  private static final String FILL_MASK = "/api/v1/fill-mask";
  private static final String HUGGING_FACE = "/models/bert-base-multilingual-cased";

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_answer_a_text() {
    Answer answer =
        client.post(FILL_MASK, "{\"text\": \"%s\", \"topK\": 2}".formatted(Texts.CAPITAL));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonObject item = Items.of(answer).get(0);
    assertThat(Items.tokens(Items.predictions(item))).containsExactly("京", "都");
    assertThat(answer.json().getString("model")).isEqualTo("bert-base-multilingual-cased");
  }

  @Test
  void should_answer_each_of_several_texts_or_say_what_is_wrong_with_it() {
    List<JsonObject> items =
        Items.of(client.post(FILL_MASK, "{\"texts\": [\"%s\", \"没有\"]}".formatted(Texts.CAPITAL)));

    assertThat(items).extracting(item -> item.getInt("index")).containsExactly(0, 1);
    assertThat(items.get(0)).containsKey("masks");
    assertThat(items.get(1).getJsonObject("error").getString("code")).isEqualTo("NO_MASK");
  }

  @Test
  void should_refuse_a_body_without_texts() {
    assertThat(client.post(FILL_MASK, "{}").status()).isEqualTo(400);
    assertThat(client.post(FILL_MASK, "[]").status()).isEqualTo(400);
    assertThat(client.post(HUGGING_FACE, "{}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\": \"%s\", \"texts\": []}",
        "{\"text\": \"%s\", \"texts\": null, \"topK\": null, \"targets\": null}",
        "{\"text\": null, \"texts\": [\"%s\"]}",
        "\uFEFF{\"text\": \"%s\"}"
      })
  void should_take_null_and_an_empty_list_for_what_is_left_out(String body) {
    Answer answer = client.post(FILL_MASK, body.formatted(Texts.CAPITAL));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(Items.of(answer)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud842"})
  void should_refuse_a_text_that_batches_refuse(String character) {
    String text = "北[MASK]" + character;

    List<JsonObject> items =
        Items.of(
            client.post(FILL_MASK, "{\"texts\": [\"%s\", \"%s\"]}".formatted(text, Texts.CAPITAL)));
    assertThat(items.get(0).getJsonObject("error").getString("code"))
        .isEqualTo("INVALID_CHARACTER");
    assertThat(items.get(0).getString("text")).isEqualTo("北[MASK]\uFFFD");
    assertThat(items.get(1)).containsKey("masks");
    Answer alone = client.post(HUGGING_FACE, "{\"inputs\": \"%s\"}".formatted(text));
    assertThat(alone.status()).isEqualTo(400);
    assertThat(alone.json().getString("type")).endsWith(":invalid-character");
  }

  @Test
  void should_refuse_what_belongs_in_a_batch() {
    assertRefused(Texts.fresh(33), 413, "too-many-texts");
    assertRefused(List.of(), 422, "no-texts");
  }

  @Test
  void should_refuse_texts_that_would_keep_others_waiting() {
    assertRefused(Collections.nCopies(17, "长".repeat(500) + "[MASK]"), 422, "too-much-work");
    assertRefused(List.of("长[MASK]".repeat(8) + "长".repeat(300)), 422, "too-much-work");
    assertRefused(List.of("a".repeat(100_001)), 422, "text-too-long");
  }

  @Test
  void should_refuse_to_write_a_text_out_too_often() {
    Answer answer =
        client.post(
            HUGGING_FACE,
            "{\"inputs\": \"%s\", \"parameters\": {\"top_k\": 100}}"
                .formatted("[MASK]".repeat(300)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("detail")).contains("fewer candidates");
  }

  private void assertRefused(List<String> texts, int status, String code) {
    JsonArray given = Json.createArrayBuilder(texts).build();
    for (Answer answer :
        List.of(
            client.post(FILL_MASK, "{\"texts\": %s}".formatted(given)),
            client.post(HUGGING_FACE, "{\"inputs\": %s}".formatted(given)))) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(status);
      assertThat(answer.json().getString("type")).isEqualTo("urn:tiankong:problem:" + code);
    }
  }

  @Test
  void should_limit_how_many_requests_of_a_user_wait() {
    Client greedy = Account.make("submitter").client();
    // Long ones, so that they do come at once, and few enough for the rate.
    String body = "{\"text\": \"%s[MASK]\"}".formatted("长".repeat(200));

    assertThat(AtOnce.each(30, () -> greedy.post(FILL_MASK, body)))
        .allMatch(
            answer ->
                answer.status() == 200
                    || answer.status() == 429
                        && answer.json().getString("detail").contains("waiting requests"))
        .anyMatch(answer -> answer.status() == 200)
        .anyMatch(answer -> answer.status() == 429);
  }

  @Test
  void should_count_a_request_with_much_work_as_several() {
    Client submitter = Account.make("submitter").client();
    // As much as a request may take: two of them at once are more than the rate allows.
    String body =
        Json.createObjectBuilder()
            .add(
                "texts",
                Json.createArrayBuilder(Collections.nCopies(16, "长".repeat(500) + "[MASK]")))
            .build()
            .toString();

    assertThat(AtOnce.each(2, () -> submitter.post(FILL_MASK, body)))
        .anyMatch(answer -> answer.status() == 200)
        .anyMatch(
            answer ->
                answer.status() == 429
                    && answer.json().getString("detail").contains("fewer with long texts"));
  }

  @Test
  void should_answer_as_hugging_face_does() {
    Answer answer =
        client.post(
            HUGGING_FACE,
            "{\"inputs\": \"%s\", \"parameters\": {\"top_k\": 2}}".formatted(Texts.CAPITAL));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonObject best = array(answer).getJsonObject(0);
    assertThat(array(answer)).hasSize(2);
    assertThat(best.keySet()).containsExactly("score", "sequence", "token", "token_str");
    assertThat(best.getString("token_str")).isEqualTo("京");
    assertThat(best.getString("sequence")).isEqualTo("中国的首都是北京。");
    // Its place in the published vocabulary.
    assertThat(best.getInt("token")).isEqualTo(2172);
  }

  @Test
  void should_restrict_to_targets_as_hugging_face_does() {
    Answer answer =
        client.post(
            HUGGING_FACE,
            "{\"inputs\": [\"%s\"], \"parameters\": {\"targets\": [\"平\", \"京\"]}}"
                .formatted(Texts.CAPITAL));

    assertThat(array(answer).getJsonArray(0).getValuesAs(JsonObject.class))
        .extracting(candidate -> candidate.getString("token_str"))
        .containsExactly("京", "平");
  }

  @Test
  void should_tell_hugging_faces_clients_what_is_wrong() {
    assertHint(400, "{\"inputs\": \"没有\"}", "The text has no blank");
    assertHint(400, "{\"inputs\": [\"北[MASK]\", \"没有\"]}", "inputs[1]: The text has no blank");
    assertHint(
        400,
        "{\"inputs\": \"北[MASK]\", \"parameters\": {\"topk\": 3}}",
        "Unknown member \"parameters.topk\" (known: targets, top_k)");
    assertHint(
        400, "{\"inputs\": \"北[MASK]\", \"parameters\": [3]}", "\"parameters\" must be an object");
    assertHint(400, "{\"inputs\": \"北[MASK]\", \"top_k\": 3}", "Unknown member \"top_k\"");
    assertHint(
        422,
        "{\"inputs\": \"北[MASK]\", \"parameters\": {\"top_k\": 101}}",
        "top_k must be 1 to 100, not 101.");
    assertHint(
        422,
        "{\"inputs\": \"北[MASK]\", \"parameters\": {\"top_k\": \"5\"}}",
        "\"top_k\" must be a whole number");
    Answer unknown = client.post("/models/nobody", "{\"inputs\": \"北[MASK]\"}");
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().getString("error")).contains("no model \"nobody\"");
  }

  /** Their clients show the member "error". */
  private void assertHint(int status, String body, String hint) {
    Answer answer = client.post(HUGGING_FACE, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("error"))
        .isEqualTo(answer.json().getString("detail"))
        .startsWith(hint);
  }

  private static JsonArray array(Answer answer) {
    return Json.createReader(new StringReader(answer.body())).readArray();
  }
}
