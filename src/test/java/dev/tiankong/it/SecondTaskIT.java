package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.task.count.CountCharacters;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A task of its own package gets everything that batches have, and nothing else knows of it. */
@ArquillianTest
class SecondTaskIT extends InBrowser {

  private static final String COUNT =
      """
      {"task": "count-characters", "kind": "han", "texts": ["天天向上", {"text": "好好学习a", "id": "b"}, " ", "天天向上"]}
      """;

  private final Account submitter = Account.make("submitter");
  private final Client client = submitter.client().ofUndescribedTask();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt().addPackage(CountCharacters.class.getPackage());
  }

  @Test
  void should_be_listed_with_its_options() {
    List<JsonObject> tasks =
        submitter
            .client()
            .get("/api/v1/tasks")
            .json()
            .getJsonArray("tasks")
            .getValuesAs(JsonObject.class);

    assertThat(tasks)
        .extracting(task -> task.getString("name"))
        .containsExactly("count-characters", "fill-mask");
    assertThat(tasks.get(0).getJsonArray("options"))
        .containsExactly(
            Json.createObjectBuilder()
                .add("name", "kind")
                .add("type", "string")
                .add("enum", Json.createArrayBuilder().add("any").add("han"))
                .add("default", "any")
                .add("description", "What is counted.")
                .build(),
            Json.createObjectBuilder()
                .add("name", "atLeast")
                .add("type", "integer")
                .add("minimum", 1)
                .add("maximum", 1000)
                .add("default", 2)
                .add("description", "How often a character must stand in a text to be listed.")
                .build());
  }

  @Test
  void should_be_worked_on_and_read_in_every_format() {
    String batch = submit(COUNT);
    JsonObject status = client.finished(batch);

    assertThat(status.getString("state")).isEqualTo("COMPLETED_WITH_ERRORS");
    assertThat(status.getString("kind")).isEqualTo("han");
    assertThat(status.getInt("atLeast")).isEqualTo(2);
    assertThat(status).doesNotContainKeys("model", "topK");
    List<JsonObject> items = Items.of(client.get(batch + "/results"));
    assertThat(items)
        .extracting(JsonObject::toString)
        .containsExactly(
            "{\"index\":0,\"text\":\"天天向上\",\"state\":\"SUCCEEDED\",\"characters\":4,\"often\":{\"天\":2}}",
            "{\"index\":1,\"text\":\"好好学习a\",\"state\":\"SUCCEEDED\",\"id\":\"b\",\"characters\":4,\"often\":{\"好\":2}}",
            "{\"index\":2,\"text\":\" \",\"state\":\"FAILED\",\"error\":{\"code\":\"NOTHING_TO_COUNT\",\"message\":\"The text is blank.\"}}",
            "{\"index\":3,\"text\":\"天天向上\",\"state\":\"SUCCEEDED\",\"characters\":4,\"often\":{\"天\":2}}");
    assertThat(client.get(batch + "/results", "application/x-ndjson").body().lines())
        .containsExactlyElementsOf(items.stream().map(JsonObject::toString).toList());
    assertThat(client.get(batch + "/results", "text/csv").body())
        .isEqualTo(
            """
            index,id,text,state,characters,often,error,warnings\r
            0,,天天向上,SUCCEEDED,4,天,,\r
            1,b,好好学习a,SUCCEEDED,4,好,,\r
            2,," ",FAILED,,,NOTHING_TO_COUNT,\r
            3,,天天向上,SUCCEEDED,4,天,,\r
            """);
    assertThat(client.get(batch + "/events?results=true").body())
        .contains("\"often\":{\"天\":2}")
        .contains("event: end");
  }

  @Test
  void should_take_its_options_from_the_query_and_answer_what_is_known() {
    client.finished(
        submit("{\"task\": \"count-characters\", \"atLeast\": 3, \"texts\": [\"啊啊啊\"]}"));
    Answer answer =
        client.post(
            "/api/v1/batches?task=count-characters&atLeast=3",
            "啊啊啊".getBytes(StandardCharsets.UTF_8),
            "text/plain");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    JsonObject status = client.finished("/api/v1/batches/" + answer.json().getString("id"));
    assertThat(status.getInt("cacheHits")).isEqualTo(1);
    assertThat(status.getInt("atLeast")).isEqualTo(3);
  }

  @Test
  void should_refuse_options_that_are_not_its_own() {
    assertRefused("{\"task\": \"count-characters\", \"topK\": 3, \"texts\": [\"a\"]}", "topK");
    assertRefused("{\"kind\": \"han\", \"texts\": [\"a\"]}", "kind");
    assertRefused(
        "{\"task\": \"count-characters\", \"atLeast\": 0, \"texts\": [\"a\"]}", "atLeast");
    assertRefused("{\"task\": \"translate\", \"texts\": [\"a\"]}", "task");
    assertThat(
            client.post("/api/v1/batches", "{\"task\": \"translate\", \"texts\": [\"a\"]}").json())
        .containsEntry(
            "detail",
            Json.createValue(
                "There is no task \"translate\" (known: count-characters, fill-mask)."));
  }

  private void assertRefused(String body, String option) {
    Answer answer = client.post("/api/v1/batches", body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().getJsonObject("parameters").getString("option")).isEqualTo(option);
  }

  @Test
  void should_be_reported_on_in_sql() throws SQLException {
    String batch = submit(COUNT);
    client.finished(batch);
    String id = batch.substring(batch.lastIndexOf('/') + 1);

    assertThat(
            column(
                "select answer ->> 'characters' from reporting.answers where task = 'count-characters' and batch_id = '%s' order by item_index"
                    .formatted(id)))
        .containsExactly("4", "4", "4");
    assertThat(
            column(
                "select options ->> 'kind' from reporting.batches where batch_id = '%s'"
                    .formatted(id)))
        .containsExactly("han");
    assertThat(
            column("select token from reporting.predictions where batch_id = '%s'".formatted(id)))
        .isEmpty();
  }

  private static List<String> column(String question) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = Tables.source().getConnection();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(question)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  @Test
  void should_be_offered_by_the_form_and_shown_in_the_console() {
    browser.signIn("new", submitter);
    browser.find(By.cssSelector("#task option[value=count-characters]")).click();
    assertThat(browser.run("return document.querySelector('#topK')")).isNull();
    browser.find(By.cssSelector("#kind option[value=han]")).click();
    browser.find(By.id("atLeast")).sendKeys("0");
    browser.find(By.id("lines")).sendKeys("山外青山");
    assertThat(browser.find(By.id("atLeast-wrong")).isDisplayed()).isTrue();
    browser.find(By.id("atLeast")).sendKeys(Keys.BACK_SPACE, "2");
    browser.click(By.cssSelector("#submit:enabled"));

    assertThat(browser.find(By.cssSelector(".console-candidate")).getText()).contains("4");
    browser.click(By.cssSelector("#settings summary"));
    assertThat(browser.find(By.id("settings")).getText())
        .contains("count-characters")
        .contains("atLeast")
        .contains("han");
    browser.click(By.cssSelector(".console-candidate"));
    assertThat(browser.find(By.cssSelector("dialog[open]")).getText())
        .contains("often")
        .contains("{\"山\":2}");
    assertThat(browser.barriers()).isEmpty();
    // Browsers report what the server refused, too.
    assertThat(browser.errors()).allMatch(error -> error.contains("atLeast=0"));
  }

  private String submit(String body) {
    Answer answer = client.post("/api/v1/batches", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return "/api/v1/batches/" + answer.json().getString("id");
  }
}
