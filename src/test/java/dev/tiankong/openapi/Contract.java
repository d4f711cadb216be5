package dev.tiankong.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tiankong.openapi.ApiDocument.Operation;
import dev.tiankong.openapi.ApiDocument.Place;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/**
 * What the OpenAPI document promises. The tests' client holds every answer that it gets against it,
 * so that an answer which the document does not describe fails the test that saw it.
 */
public final class Contract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROBLEM = "application/problem+json";
  private static final String URN = "urn:tiankong:problem:";

  /** Of a long answer; the lines after them are made by the same code. */
  private static final int LINES = 100;

  private static final ApiDocument DOCUMENT = ApiDocument.packed();
  private static final List<Operation> OPERATIONS = DOCUMENT.operations();

  private Contract() {}

  /** Passes over what is asked of paths and methods that do not exist. */
  public static void check(HttpRequest request, HttpResponse<String> answer) {
    Optional<Operation> operation =
        OPERATIONS.stream()
            .filter(known -> known.method().equals(request.method()))
            .filter(known -> known.matches(request.uri().getPath()))
            .findFirst();
    operation.ifPresent(known -> check(known, answer));
  }

  private static void check(Operation operation, HttpResponse<String> answer) {
    String what = operation + " answered " + answer.statusCode() + " " + answer.body();
    Place response =
        operation
            .response(answer.statusCode())
            .orElseThrow(() -> new AssertionError(what + ", which the document does not have"));
    Place content = response.at("content");
    if (!content.exists()) {
      assertThat(answer.body()).as(what).isEmpty();
      return;
    }
    String type = type(answer);
    assertThat(content.names()).as(what).contains(type);
    Place schema = content.at(type).at("schema");
    if (type.endsWith("json") && !type.endsWith("ndjson")) {
      assertThat(schema.complaints(parse(answer.body()))).as(what).isEmpty();
    }
    if (type.equals(PROBLEM)) {
      String code = parse(answer.body()).get("type").asText().substring(URN.length());
      assertThat(content.at(type).at("examples").names()).as(what).contains(code);
    }
    if (type.endsWith("ndjson")) {
      Place item = DOCUMENT.root().at("components").at("schemas").at("Item");
      answer
          .body()
          .lines()
          .limit(LINES)
          .forEach(line -> assertThat(item.complaints(parse(line))).as(line).isEmpty());
    }
  }

  /** Holds what a receiver of webhooks got against the document. */
  public static void checkWebhook(String body) {
    Place payload = DOCUMENT.root().at("components").at("schemas").at("WebhookPayload");
    assertThat(payload.complaints(parse(body))).as(body).isEmpty();
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
