package dev.tiankong.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiankong.openapi.ApiDocument.Operation;
import dev.tiankong.openapi.ApiDocument.Place;
import dev.tiankong.wording.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the document shows follows what it says, and no problem goes unexplained. */
class ExamplesTest {

  /** Of no route: there is none, or the container answers before one is found. */
  private static final Set<String> OF_NO_ROUTE = Set.of("method-not-allowed", "request-refused");

  private static final ApiDocument DOCUMENT = ApiDocument.packed();

  private static List<Operation> operations() {
    return DOCUMENT.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void should_have_examples_that_follow_its_schemas(Operation operation) {
    Place request = operation.place().at("requestBody");
    Place responses = operation.place().at("responses");
    Stream.concat(Stream.of(request), responses.names().stream().map(responses::at))
        .map(place -> place.at("content"))
        .forEach(
            content ->
                content.names().stream()
                    .filter(type -> type.endsWith("/json") || type.endsWith("+json"))
                    .forEach(type -> checkExamples(content.at(type))));
  }

  private static void checkExamples(Place content) {
    List<Place> examples = new ArrayList<>();
    Place several = content.at("examples");
    several.names().forEach(name -> examples.add(several.at(name).at("value")));
    if (content.at("example").exists()) {
      examples.add(content.at("example"));
    }
    assertThat(examples).as(content + " has examples").isNotEmpty();
    for (Place example : examples) {
      assertThat(content.at("schema").complaints(example.json())).as(example.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void should_show_each_problem_under_its_code_and_status(Operation operation) {
    problems(operation)
        .forEach(
            (status, examples) ->
                examples
                    .names()
                    .forEach(
                        code -> {
                          JsonNode problem = examples.at(code).at("value").json();
                          assertThat(problem.path("type").asText())
                              .isEqualTo("urn:tiankong:problem:" + code);
                          assertThat(problem.path("status").asText()).as(code).isEqualTo(status);
                        }));
  }

  /** The examples of problems, by status. */
  private static Map<String, Place> problems(Operation operation) {
    Map<String, Place> problems = new HashMap<>();
    Place responses = operation.place().at("responses");
    for (String status : responses.names()) {
      Place content = responses.at(status).at("content").at("application/problem+json");
      problems.put(status, content.at("examples"));
    }
    return problems;
  }

  @Test
  void should_explain_every_problem_and_no_other() {
    Set<String> explained = new TreeSet<>(OF_NO_ROUTE);
    operations()
        .forEach(
            operation ->
                problems(operation)
                    .values()
                    .forEach(examples -> explained.addAll(examples.names())));

    assertThat(explained)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::id).toList());
  }

  @Test
  void should_use_everything_that_routes_share() {
    Set<String> referenced = new TreeSet<>();
    DOCUMENT.root().json().findValuesAsText("$ref").forEach(referenced::add);

    Set<String> shared = new TreeSet<>();
    Place components = DOCUMENT.root().at("components");
    for (String kind :
        List.of(
            "schemas",
            "responses",
            "parameters",
            "examples",
            "headers",
            "requestBodies",
            "callbacks")) {
      components.at(kind).names().forEach(name -> shared.add("#/components/" + kind + "/" + name));
    }
    assertThat(referenced).isEqualTo(shared);
  }
}
