package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What a batch can ask for, and what it gets without work. */
@ArquillianTest
class OptionsIT {

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_choose_among_targets_only() {
    JsonObject item = onlyItem(Texts.CAPITAL, options("targets", "平", "京"));

    assertThat(Items.tokens(Items.predictions(item))).containsExactly("京", "平");
    assertThat(Items.predictions(item).get(0).getJsonNumber("score").doubleValue())
        .isBetween(0.80, 0.88);
  }

  @Test
  void should_say_what_was_asked_for() {
    JsonObject options =
        Json.createObjectBuilder()
            .add("topK", 3)
            .add("targets", Json.createArrayBuilder().add("京").add("平"))
            .add("candidates", "han")
            .add("looseMasks", true)
            .add("ttl", "PT48H")
            .build();

    JsonObject status =
        client.get(client.submit(List.of(Texts.CAPITAL), Json.createObjectBuilder(options))).json();

    assertThat(status).containsAllEntriesOf(options);
  }

  @Test
  void should_warn_of_what_looks_like_a_blank_beside_good_ones() {
    String doubtful = "𠮷[mask]。" + Texts.CAPITAL + "____";
    List<String> texts = List.of(doubtful, Texts.CAPITAL, "北[mask]");
    List<JsonObject> misses =
        List.of(miss("MISSPELLED_MASK", 1, 6, "[mask]"), miss("LOOSE_BLANK", 22, 4, "____"));

    String batch = client.submit(texts);
    assertThat(client.get(batch).json().getInt("warned")).isEqualTo(1);
    client.finished(batch);
    List<JsonObject> items = Items.of(client.get(batch + "/results"));
    assertThat(items.get(0).getJsonArray("warnings")).containsExactlyElementsOf(misses);
    assertThat(items.get(0).getString("filled")).isEqualTo("𠮷[mask]。中国的首都是北京。____");
    assertThat(items.get(1)).doesNotContainKey("warnings");
    assertThat(items.get(2)).containsKey("error").doesNotContainKey("warnings");
    assertThat(Items.of(client.get(batch + "/results?warned=true"))).containsExactly(items.get(0));
    assertThat(client.get(batch + "/results", "text/csv").body())
        .contains(",MISSPELLED_MASK LOOSE_BLANK\r\n");

    JsonObject report =
        client
            .post(
                "/api/v1/batches?dryRun=true",
                String.join("\n", texts).getBytes(StandardCharsets.UTF_8),
                "text/plain")
            .json();
    assertThat(report.getInt("valid")).isEqualTo(2);
    assertThat(report.getInt("warned")).isEqualTo(1);
    assertThat(report.getJsonArray("warnings").getValuesAs(JsonObject.class))
        .allSatisfy(warning -> assertThat(warning.getInt("line")).isEqualTo(1))
        .extracting(warning -> warning.getString("found"))
        .containsExactly("[mask]", "____");

    JsonObject asked = ask("", Json.createObjectBuilder().add("text", doubtful));
    assertThat(asked.getJsonArray("warnings")).containsExactlyElementsOf(misses);
    assertThat(
            ask("", Json.createObjectBuilder().add("text", doubtful).add("looseMasks", true))
                .getJsonArray("warnings"))
        .containsExactly(misses.get(0));
  }

  private static JsonObject miss(String code, int position, int length, String found) {
    return Json.createObjectBuilder()
        .add("code", code)
        .add("position", position)
        .add("length", length)
        .add("found", found)
        .add("suggestion", "[MASK]")
        .build();
  }

  private JsonObject ask(String query, JsonObjectBuilder request) {
    Answer answer = client.post("/api/v1/fill-mask" + query, request.build().toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Items.of(answer).get(0);
  }

  @Test
  void should_count_as_strings_of_java_do_when_asked() {
    String text = "😀[mask]𠮷中国的首都是北[MASK]。";

    String batch = client.submit(List.of(text));
    client.finished(batch);
    JsonObject inBatch = Items.of(client.get(batch + "/results?offsets=utf-16")).get(0);
    JsonObject asked =
        ask("?offsets=utf-16", Json.createObjectBuilder().add("text", text).add("topK", 5));

    for (JsonObject item : List.of(inBatch, asked)) {
      JsonObject mask = item.getJsonArray("masks").getJsonObject(0);
      assertThat(mask.getInt("position")).isEqualTo(15);
      int start = mask.getInt("positionUtf16");
      assertThat(text.substring(start, start + mask.getInt("lengthUtf16"))).isEqualTo("[MASK]");
      JsonObject warning = item.getJsonArray("warnings").getJsonObject(0);
      assertThat(warning.getInt("positionUtf16")).isEqualTo(text.indexOf("[mask]"));
      assertThat(warning.getInt("lengthUtf16")).isEqualTo(6);
    }
    assertThat(client.get(batch + "/results?offsets=bytes").status()).isEqualTo(400);
  }

  @Test
  void should_offer_chinese_characters_only_when_asked() {
    JsonObject item =
        onlyItem(
            Texts.CAPITAL, Json.createObjectBuilder().add("candidates", "han").add("topK", 50));

    assertThat(Items.tokens(Items.predictions(item)))
        .hasSize(50)
        .allMatch(token -> token.codePoints().allMatch(Character::isIdeographic));
  }

  @Test
  void should_take_other_spellings_of_a_blank_when_asked() {
    JsonObject item = onlyItem("中国的首都是北（ ）。", Json.createObjectBuilder().add("looseMasks", true));

    assertThat(Items.tokens(Items.predictions(item))).startsWith("京");
    assertThat(item.getJsonArray("masks").getJsonObject(0).getInt("position")).isEqualTo(7);
    assertThat(item.getJsonArray("masks").getJsonObject(0).getInt("length")).isEqualTo(3);
    assertThat(item.getString("filled")).isEqualTo("中国的首都是北京。");
  }

  @Test
  void should_fill_several_masks_together() {
    JsonObject item = onlyItem("中国的首都是[MASK][MASK]。", Json.createObjectBuilder());

    List<JsonObject> fillings = item.getJsonArray("fillings").getValuesAs(JsonObject.class);
    assertThat(fillings)
        .hasSize(5)
        .extracting(filling -> filling.getJsonNumber("score").doubleValue())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(fillings).extracting(filling -> filling.getString("text")).contains("中国的首都是北京。");
    assertThat(item.getString("filled")).isEqualTo(fillings.get(0).getString("text"));
    assertThat(fillings)
        .allSatisfy(
            filling ->
                assertThat(filling.getString("text"))
                    .contains(
                        filling.getJsonArray("tokens").getString(0)
                            + filling.getJsonArray("tokens").getString(1)));
  }

  @Test
  void should_name_the_target_that_cannot_be_written() {
    Answer answer =
        client.post("/api/v1/batches", "{\"texts\": [\"北[MASK]\"], \"targets\": [\"京\", \"𠀀\"]}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("detail")).contains("𠀀").doesNotContain("京");
  }

  @Test
  void should_list_the_models_when_one_is_not_known() {
    Answer answer =
        client.post("/api/v1/batches", "{\"texts\": [\"北[MASK]\"], \"model\": \"nobody\"}");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("detail"))
        .contains("nobody")
        .contains("bert-base-multilingual-cased");
  }

  @Test
  void should_list_the_installed_models() {
    List<JsonObject> models =
        client.get("/api/v1/models").json().getJsonArray("models").getValuesAs(JsonObject.class);

    assertThat(models).hasSize(1);
    assertThat(models.get(0).getString("name")).isEqualTo("bert-base-multilingual-cased");
    assertThat(models.get(0).getBoolean("default")).isTrue();
    assertThat(models.get(0).getInt("vocabulary")).isEqualTo(119_547);
    assertThat(models.get(0).getBoolean("loaded")).isTrue();
    assertThat(models.get(0).getJsonObject("precisions"))
        .containsKey(models.get(0).getString("precision"));
  }

  @Test
  void should_answer_equal_texts_alike() {
    String text = Texts.fresh(1).get(0);
    String batch = client.submit(Collections.nCopies(300, text));

    JsonObject status = client.finished(batch);
    assertThat(status.getInt("succeeded")).isEqualTo(300);
    List<JsonObject> items = Items.of(client.get(batch + "/results?limit=300"));
    assertThat(items)
        .extracting(i -> i.getJsonArray("masks"))
        .containsOnly(items.get(0).getJsonArray("masks"));
  }

  @Test
  void should_know_what_an_earlier_batch_asked() {
    List<String> texts = Texts.fresh(20);
    String first = client.submit(texts);
    JsonObject computed = client.finished(first);

    String second = client.submit(texts);
    JsonObject known = client.finished(second);
    JsonObject other = client.finished(client.submit(texts, options("targets", "京")));

    assertThat(computed.getInt("cacheHits")).isZero();
    assertThat(known.getInt("cacheHits")).isEqualTo(20);
    assertThat(known.getString("state")).isEqualTo("COMPLETED");
    assertThat(client.get(second + "/results").body())
        .isEqualTo(client.get(first + "/results").body());
    assertThat(other.getInt("cacheHits")).isZero();
  }

  @Test
  void should_not_tell_a_user_what_another_one_asked() {
    List<String> texts = Texts.fresh(3);
    client.finished(client.submit(texts));
    Client another = Account.make("submitter").client();

    JsonObject first = another.finished(another.submit(texts));
    JsonObject second = another.finished(another.submit(texts));

    assertThat(first.getInt("cacheHits")).isZero();
    assertThat(second.getInt("cacheHits")).isEqualTo(3);
  }

  private JsonObject onlyItem(String text, JsonObjectBuilder options) {
    String batch = client.submit(List.of(text), options);
    client.finished(batch);
    JsonObject item = Items.of(client.get(batch + "/results")).get(0);
    assertThat(item.getString("state")).as(item.toString()).isEqualTo("SUCCEEDED");
    return item;
  }

  private static JsonObjectBuilder options(String name, String... values) {
    return Json.createObjectBuilder().add(name, Json.createArrayBuilder(List.of(values)));
  }
}
