package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding items of a batch again. */
@ArquillianTest
class SearchIT {

  private final Client client = Client.admin();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_find_a_part_of_a_text_as_it_stands() {
    String batch =
        submit(List.of("100%是北[MASK]。", "1000是北[MASK]。", "No mask", "NO_MASK here", "最后是北[MASK]。"));

    assertThat(found(batch, "q=100%25")).containsExactly(0);
    assertThat(found(batch, "q=是北")).containsExactly(0, 1, 4);
    assertThat(found(batch, "q=no_m")).containsExactly(3);
    assertThat(found(batch, "q=nO")).containsExactly(2, 3);
    assertThat(found(batch, "q=no&after=2")).containsExactly(3);
    assertThat(found(batch, "q=是北&state=FAILED")).isEmpty();
    assertThat(found(batch, "q=")).hasSize(5);
  }

  @Test
  void should_give_what_failed_with_one_code() {
    String batch = submit(List.of("没有", "", "空空", "中国的首都是北[MASK]。"));

    assertThat(found(batch, "error=NO_MASK")).containsExactly(0, 2);
    assertThat(found(batch, "error=EMPTY")).containsExactly(1);
    assertThat(found(batch, "error=TOO_LONG")).isEmpty();
    assertThat(client.get(batch + "/results?error=NO_MASK&format=ndjson").body().lines())
        .hasSize(2);
  }

  @Test
  void should_say_how_far_a_search_came() throws SQLException {
    StoredBatch batch = StoredBatch.make("admin", "searched", 101_000);
    try {
      List<Integer> found = new ArrayList<>();
      List<Integer> ends = new ArrayList<>();
      String after = "";
      do {
        JsonObject page = client.get(batch.path() + "/results?q=rarity" + after).json();
        found.addAll(indexes(page));
        ends.add(page.getInt("next", -1));
        after = "&after=" + page.getInt("next", -1);
      } while (ends.get(ends.size() - 1) >= 0);

      assertThat(ends).containsExactly(99_999, -1);
      assertThat(found).containsExactly(100_999);
      assertThat(client.get(batch.path() + "/results?q=rarity&format=csv").body().lines())
          .hasSize(2)
          .last()
          .asString()
          .startsWith("100999,");
      assertThat(client.get(batch.path() + "/results?q=句&limit=2").json().getInt("next"))
          .isEqualTo(1);
    } finally {
      client.delete(batch.path());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%00", "error=%27", "error=", "format=xml", "state=DONE", "after=x"})
  void should_say_which_parameter_is_wrong(String query) {
    String batch = submit(List.of("没有"));

    Answer answer = client.get(batch + "/results?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().getString("detail")).startsWith(query.split("=")[0] + " must be");
  }

  @Test
  void should_name_a_file_after_its_batch_in_each_format() {
    String batch = submit(List.of("没有", "中国的首都是北[MASK]。"));
    String id = batch.replaceFirst(".*/", "");

    for (String format : List.of("json", "ndjson", "csv")) {
      Answer file = client.get(batch + "/results?format=" + format, "text/html, */*;q=0.8");
      assertThat(file.header("Content-Disposition"))
          .isEqualTo(
              "attachment; filename=\"%1$s.%2$s\"; filename*=UTF-8''%%E8%%AF%%97%%20%%2A%%27.%2$s"
                  .formatted(id, format));
    }
    assertThat(client.get(batch + "/results?format=json", "text/csv").json())
        .isEqualTo(client.get(batch + "/results").json());
    assertThat(client.get(batch + "/results?format=csv", "application/json").body())
        .as("a file for a spreadsheet has a mark")
        .isEqualTo("\uFEFF" + client.get(batch + "/results", "text/csv").body());
    assertThat(client.get(batch + "/results?format=ndjson").body())
        .isEqualTo(client.get(batch + "/results", "application/x-ndjson").body());
    assertThat(client.get(batch + "/results").header("Content-Disposition")).isNull();
    assertThat(Items.of(client.get(batch + "/results?format=json&after=1"))).isEmpty();
  }

  @Test
  void should_group_failures_by_their_code() {
    String batch = submit(List.of("甲", "乙", "", "中国的首都是北[MASK]。", "丙", "丁" + "长".repeat(200)));

    List<JsonObject> errors = errors(batch);

    assertThat(errors)
        .extracting(error -> error.getString("code"))
        .containsExactly("NO_MASK", "EMPTY");
    assertThat(errors).extracting(error -> error.getInt("count")).containsExactly(4, 1);
    List<JsonObject> examples =
        errors.get(0).getJsonArray("examples").getValuesAs(JsonObject.class);
    assertThat(examples).extracting(example -> example.getInt("index")).containsExactly(0, 1, 4);
    assertThat(examples)
        .extracting(example -> example.getString("text"))
        .containsExactly("甲", "乙", "丙");
    assertThat(errors.get(0).getString("message")).isEqualTo(examples.get(0).getString("message"));
    assertThat(errors(submit(List.of("中国的首都是北[MASK]。")))).isEmpty();
    assertThat(errors(submit(List.of("长".repeat(200)))).get(0).toString())
        .contains("\"" + "长".repeat(100) + "\"");
    assertThat(Account.make("viewer").client().get(batch + "/errors").status()).isEqualTo(404);
  }

  private List<JsonObject> errors(String batch) {
    return client
        .get(batch + "/errors")
        .json()
        .getJsonArray("errors")
        .getValuesAs(JsonObject.class);
  }

  private List<Integer> found(String batch, String query) {
    return indexes(client.get(batch + "/results?" + query).json());
  }

  private static List<Integer> indexes(JsonObject page) {
    return Items.of(page).stream().map(item -> item.getInt("index")).toList();
  }

  private String submit(List<String> texts) {
    String batch = client.submit(texts, Json.createObjectBuilder().add("name", "诗 *'"));
    client.finished(batch);
    return batch;
  }
}
