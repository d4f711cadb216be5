package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

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
  void should_refuse_what_belongs_in_a_batch() {
    String many = Json.createArrayBuilder(Texts.fresh(33)).build().toString();

    assertThat(client.post(FILL_MASK, "{\"texts\": %s}".formatted(many)).status()).isEqualTo(422);
    assertThat(client.post(FILL_MASK, "{\"texts\": []}").status()).isEqualTo(422);
    assertThat(client.post(FILL_MASK, "{}").status()).isEqualTo(400);
    assertThat(client.post(FILL_MASK, "[]").status()).isEqualTo(400);
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
    assertThat(client.post(HUGGING_FACE, "{\"inputs\": \"没有\"}").status()).isEqualTo(400);
    assertThat(client.post("/models/nobody", "{\"inputs\": \"北[MASK]\"}").status()).isEqualTo(422);
  }

  private static JsonArray array(Answer answer) {
    return Json.createReader(new StringReader(answer.body())).readArray();
  }
}
