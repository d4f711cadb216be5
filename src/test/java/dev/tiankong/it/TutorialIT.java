package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A client of the tutorial's service, unchanged but for its user and password. */
@ArquillianTest
class TutorialIT {

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_answer_the_tutorials_texts_in_its_own_shapes() {
    JsonObject result = finished(submit(Texts.TUTORIAL)).getJsonObject("result");

    assertThat(result.getString("status")).isEqualTo("success");
    List<JsonObject> data = result.getJsonArray("data").getValuesAs(JsonObject.class);
    assertThat(data).extracting(d -> d.getInt("index")).containsExactly(0, 1, 2, 3, 4);
    assertThat(data).extracting(d -> d.getString("text")).isEqualTo(Texts.TUTORIAL);
    for (int index : new int[] {0, 1, 2, 4}) {
      assertThat(data.get(index).getJsonArray("predictions").getValuesAs(JsonString::getString))
          .hasSize(5)
          .allMatch(prediction -> prediction.matches("\\S+ \\(\\d{1,3}%\\)"));
      assertThat(data.get(index)).doesNotContainKey("error");
    }
    assertThat(data.get(3).getJsonArray("predictions")).isEmpty();
    assertThat(data.get(3).getString("error")).contains("[MASK]");
  }

  @Test
  void should_name_the_capital_with_its_probability() {
    JsonObject item =
        finished(submit(List.of(Texts.CAPITAL)))
            .getJsonObject("result")
            .getJsonArray("data")
            .getJsonObject(0);

    assertThat(item.getJsonArray("predictions").getString(0)).matches("京 \\(8\\d%\\)");
  }

  @Test
  void should_tell_how_far_it_is() {
    String task = submit(Texts.fresh(400));

    List<String> states = new ArrayList<>();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              JsonObject status = client.get("/task_status/" + task).json();
              states.add(status.getString("state"));
              return states.get(states.size() - 1);
            },
            "SUCCESS"::equals);

    assertThat(states).contains("PROGRESS").isSubsetOf("PENDING", "PROGRESS", "SUCCESS");
  }

  @Test
  void should_have_all_answers_in_one_piece_however_many() throws SQLException {
    StoredBatch batch = StoredBatch.make("admin", "many", 3_000);

    JsonObject task = client.get("/task_status/" + batch.id()).json();

    assertThat(task.getString("state")).isEqualTo("SUCCESS");
    List<JsonObject> data =
        task.getJsonObject("result").getJsonArray("data").getValuesAs(JsonObject.class);
    assertThat(data)
        .extracting(d -> d.getInt("index"))
        .isEqualTo(IntStream.range(0, 3_000).boxed().toList());
    assertThat(data.get(2_999).getJsonArray("predictions").getString(0)).isEqualTo("还 (50%)");
  }

  private String submit(List<String> texts) {
    Answer answer = client.post("/submit_batch", Json.createArrayBuilder(texts).build().toString());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().keySet()).containsExactly("task_id", "message");
    return answer.json().getString("task_id");
  }

  private JsonObject finished(String task) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> client.get("/task_status/" + task).json(),
            status -> status.getString("state").equals("SUCCESS"));
  }
}
