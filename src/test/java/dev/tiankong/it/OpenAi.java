package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Talks to the server as OpenAI's clients do. */
record OpenAi(Client client) {

  static final String FILES = "/v1/files";
  static final String BATCHES = "/v1/batches";

  private static final Set<String> FINAL = Set.of("failed", "completed", "expired", "cancelled");

  /** A line of an input file. */
  static String request(String customId, String text, JsonObjectBuilder body) {
    return Json.createObjectBuilder()
        .add("custom_id", customId)
        .add("method", "POST")
        .add("url", "/v1/fill-mask")
        .add("body", body.add("input", text))
        .build()
        .toString();
  }

  static String request(String customId, String text) {
    return request(customId, text, Json.createObjectBuilder());
  }

  Answer tryUpload(String name, String content) {
    Form form = new Form().field("purpose", "batch").file(name, content);
    return client.post(FILES, form.body(), form.type());
  }

  JsonObject upload(String name, String content) {
    Answer answer = tryUpload(name, content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  Answer tryCreate(String fileId) {
    return client.post(BATCHES, order(fileId).build().toString());
  }

  static JsonObjectBuilder order(String fileId) {
    return Json.createObjectBuilder()
        .add("input_file_id", fileId)
        .add("endpoint", "/v1/fill-mask")
        .add("completion_window", "24h");
  }

  /** Makes a batch of these lines, and returns its id. */
  String create(List<String> lines) {
    return create(lines, Json.createObjectBuilder());
  }

  /**
   * @param more what is ordered besides
   */
  String create(List<String> lines, JsonObjectBuilder more) {
    String file = upload("requests.jsonl", String.join("\n", lines)).getString("id");
    Answer answer = client.post(BATCHES, order(file).addAll(more).build().toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getString("status")).isEqualTo("validating");
    return answer.json().getString("id");
  }

  JsonObject batch(String id) {
    return client.get(BATCHES + "/" + id).json();
  }

  JsonObject inState(String id, Set<String> states) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> batch(id), batch -> states.contains(batch.getString("status")));
  }

  JsonObject ended(String id) {
    return inState(id, FINAL);
  }

  List<JsonObject> lines(String fileId) {
    return client
        .get(FILES + "/" + fileId + "/content")
        .body()
        .lines()
        .map(line -> Json.createReader(new StringReader(line)).readObject())
        .toList();
  }

  /** The batches of ours that do the work of one. */
  List<JsonObject> parts(String id) {
    return client
        .get("/api/v1/batches?name=" + id)
        .json()
        .getJsonArray("batches")
        .getValuesAs(JsonObject.class);
  }
}
