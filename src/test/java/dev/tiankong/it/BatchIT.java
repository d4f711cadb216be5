package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@ArquillianTest
class BatchIT {

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_answer_the_tutorials_texts_and_explain_the_one_without_a_mask() {
    String batch = client.submit(Texts.TUTORIAL);

    JsonObject status = client.finished(batch);
    assertThat(status.getString("state")).isEqualTo("COMPLETED_WITH_ERRORS");
    assertThat(status.getInt("total")).isEqualTo(5);
    assertThat(status.getInt("succeeded")).isEqualTo(4);
    assertThat(status.getInt("failed")).isEqualTo(1);

    List<JsonObject> items = Items.of(client.get(batch + "/results").json());
    assertThat(items).extracting(i -> i.getString("text")).isEqualTo(Texts.TUTORIAL);
    for (int index : new int[] {0, 1, 2, 4}) {
      assertThat(items.get(index).getString("state")).isEqualTo("SUCCEEDED");
      assertRanked(Items.predictions(items.get(index)), 5);
    }
    JsonObject error = items.get(3).getJsonObject("error");
    assertThat(items.get(3).getString("state")).isEqualTo("FAILED");
    assertThat(error.getString("code")).isEqualTo("NO_MASK");
    assertThat(error.getString("message")).contains("[MACK]").contains("[MASK]");
  }

  @Test
  void should_know_the_capital() {
    String batch = client.submit(List.of(Texts.CAPITAL));
    client.finished(batch);

    JsonObject item = Items.of(client.get(batch + "/results").json()).get(0);
    assertThat(item.getJsonArray("masks").getJsonObject(0).getInt("position")).isEqualTo(7);
    assertThat(item.getJsonArray("masks").getJsonObject(0).getInt("length")).isEqualTo(6);
    assertThat(item.getString("filled")).isEqualTo("中国的首都是北京。");
    assertThat(Items.predictions(item).get(0).getString("token")).isEqualTo("京");
    assertThat(Items.predictions(item).get(0).getJsonNumber("score").doubleValue())
        .isBetween(0.80, 0.88);
  }

  @Test
  void should_describe_a_batch_in_the_agreed_words() {
    Answer answer = client.post("/api/v1/batches", "{\"texts\": [\"天气[MASK]好\"], \"topK\": 3}");

    assertThat(answer.status()).isEqualTo(202);
    JsonObject status = answer.json();
    assertThat(status.keySet())
        .containsExactly(
            "id",
            "owner",
            "state",
            "task",
            "model",
            "topK",
            "targets",
            "candidates",
            "looseMasks",
            "name",
            "tags",
            "priority",
            "ttl",
            "notBefore",
            "callbackUrl",
            "total",
            "succeeded",
            "failed",
            "warned",
            "cacheHits",
            "attempts",
            "progress",
            "itemsPerSecond",
            "createdAt",
            "startedAt",
            "expectedEnd",
            "finishedAt",
            "expiresAt",
            "links");
    assertThat(status.getString("state")).isEqualTo("QUEUED");
    assertThat(status.getString("task")).isEqualTo("fill-mask");
    assertThat(status.getString("model")).isEqualTo("bert-base-multilingual-cased");
    assertThat(Instant.parse(status.getString("createdAt"))).isBefore(Instant.now());
    assertThat(status.get("startedAt")).isEqualTo(JsonValue.NULL);
    assertThat(status.getJsonObject("links").getString("self"))
        .isEqualTo(answer.header("Location"))
        .endsWith("/api/v1/batches/" + status.getString("id"));

    JsonObject finished = client.finished("/api/v1/batches/" + status.getString("id"));
    assertThat(finished.getString("state")).isEqualTo("COMPLETED");
    assertThat(finished.getString("createdAt")).isEqualTo(status.getString("createdAt"));
    JsonObject results =
        client.get("/api/v1/batches/" + status.getString("id") + "/results").json();
    assertThat(Items.predictions(Items.of(results).get(0))).hasSize(3);
  }

  @Test
  void should_fill_every_mask_of_a_text() {
    String batch = client.submit(List.of("画[MASK]添[MASK]。"));
    client.finished(batch);

    JsonArray masks = Items.of(client.get(batch + "/results").json()).get(0).getJsonArray("masks");
    assertThat(masks.getValuesAs(JsonObject.class))
        .extracting(mask -> mask.getInt("position"))
        .containsExactly(1, 8);
    assertThat(masks.getValuesAs(JsonObject.class))
        .allSatisfy(mask -> assertThat(mask.getJsonArray("predictions")).hasSize(5));
  }

  @Test
  void should_fail_bad_texts_alone() {
    String tooLong = "长".repeat(20_000) + "[MASK]";
    Answer answer =
        client.post(
            "/api/v1/batches",
            "[\"今天[MASK]气很好\", \" \", 42, null, {\"a\": [1]}, \"nul\\u0000[MASK]\", \"%s\"]"
                .formatted(tooLong));
    String batch = "/api/v1/batches/" + answer.json().getString("id");
    JsonObject status = client.finished(batch);

    assertThat(status.getInt("succeeded")).isEqualTo(1);
    assertThat(status.getInt("failed")).isEqualTo(6);
    assertThat(Items.of(client.get(batch + "/results").json()))
        .extracting(BatchIT::codeOrState)
        .containsExactly(
            "SUCCEEDED",
            "EMPTY",
            "NOT_A_STRING",
            "NOT_A_STRING",
            "NOT_A_STRING",
            "INVALID_CHARACTER",
            "TOO_LONG");
  }

  @Test
  void should_close_a_batch_at_once_when_no_text_can_be_worked_on() {
    JsonObject status = client.post("/api/v1/batches", "[\"\", \"no blank\"]").json();

    assertThat(status.getString("state")).isEqualTo("FAILED");
    assertThat(status.getInt("failed")).isEqualTo(2);
    assertThat(status.isNull("finishedAt")).isFalse();
  }

  @Test
  void should_hand_out_results_page_by_page_in_input_order() {
    List<String> texts = Texts.fresh(7);
    String batch = client.submit(texts);
    client.finished(batch);

    JsonObject first = client.get(batch + "/results?limit=3").json();
    JsonObject second = client.get(batch + "/results?limit=3&after=" + first.getInt("next")).json();
    JsonObject third = client.get(batch + "/results?limit=3&after=" + second.getInt("next")).json();

    assertThat(first.getInt("next")).isEqualTo(2);
    assertThat(second.getInt("next")).isEqualTo(5);
    assertThat(third.isNull("next")).isTrue();
    assertThat(List.of(first, second, third))
        .flatExtracting(Items::of)
        .extracting(i -> i.getString("text"))
        .isEqualTo(texts);
  }

  @Test
  void should_show_results_while_the_batch_is_running() {
    String batch = client.submit(Texts.fresh(400));

    List<JsonObject> early = Items.of(client.get(batch + "/results?after=389").json());
    assertThat(early).hasSize(10).allMatch(i -> i.getString("state").equals("PENDING"));
    assertThat(early).allMatch(i -> !i.containsKey("masks") && !i.containsKey("error"));

    JsonObject status = client.finished(batch);
    assertThat(status.getInt("succeeded")).isEqualTo(400);
    assertThat(status.getString("state")).isEqualTo("COMPLETED");
  }

  private static void assertRanked(List<JsonObject> predictions, int count) {
    assertThat(predictions)
        .hasSize(count)
        .extracting(p -> p.getJsonNumber("score").doubleValue())
        .isSortedAccordingTo((a, b) -> Double.compare(b, a))
        .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
    assertThat(predictions)
        .extracting(p -> p.getString("token"))
        .doesNotHaveDuplicates()
        .noneMatch(token -> token.startsWith("##") || token.startsWith("["));
  }

  private static String codeOrState(JsonObject item) {
    return item.containsKey("error")
        ? item.getJsonObject("error").getString("code")
        : ((JsonString) item.get("state")).getString();
  }
}
