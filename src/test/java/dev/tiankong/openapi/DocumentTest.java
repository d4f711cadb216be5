package dev.tiankong.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiankong.openapi.ApiDocument.Operation;
import dev.tiankong.openapi.ApiDocument.Place;
import dev.tiankong.openapi.Routes.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The document says what the code does, route by route. */
class DocumentTest {

  /** Headers that no annotation names: the code takes them out of the request itself. */
  private static final Set<String> READ_BY_HAND =
      Set.of("header Idempotency-Key", "header Content-Encoding", "header Last-Event-ID");

  private static final ApiDocument DOCUMENT = ApiDocument.packed();
  private static final List<Route> ROUTES = Routes.all();

  /** Each operation with the methods that answer it. */
  private static Stream<Arguments> routes() {
    return DOCUMENT.operations().stream()
        .map(
            operation ->
                Arguments.of(
                    operation,
                    ROUTES.stream()
                        .filter(route -> route.name().equals(operation.toString()))
                        .toList()));
  }

  @Test
  void should_have_every_route_and_no_other() {
    assertThat(DOCUMENT.operations().stream().map(Operation::toString))
        .containsExactlyInAnyOrderElementsOf(
            ROUTES.stream().map(Route::name).collect(Collectors.toSet()));
  }

  /** OpenAPI 3.0.3 gives it no meaning elsewhere. */
  @Test
  void should_say_nullable_only_beside_a_type() {
    assertThat(DOCUMENT.root().json().findParents("nullable"))
        .isNotEmpty()
        .allMatch(schema -> schema.has("type"));
  }

  /** As generators do the parameters of a route. */
  @Test
  void should_name_no_schema_after_the_request_of_a_route() {
    List<String> taken =
        DOCUMENT.operations().stream()
            .map(operation -> operation.place().at("operationId").json().asText())
            .map(id -> id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + "Request")
            .toList();

    assertThat(DOCUMENT.root().at("components").at("schemas").names())
        .doesNotContainAnyElementsOf(taken);
  }

  /** Generators make up names for others, of the route and the status. */
  @Test
  void should_name_the_schema_of_every_body_that_has_members() {
    for (Operation operation : DOCUMENT.operations()) {
      Place responses = operation.place().at("responses");
      Stream.concat(
              Stream.of(operation.place().at("requestBody")),
              responses.names().stream().map(responses::at))
          .map(place -> place.at("content"))
          .flatMap(content -> content.names().stream().map(content::at))
          .map(content -> content.at("schema"))
          .filter(schema -> schema.at("properties").exists())
          .forEach(schema -> assertThat(schema.toString()).startsWith("/components/schemas/"));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void should_name_the_role_that_a_route_needs(Operation operation, List<Route> routes) {
    for (Route route : routes) {
      assertThat(operation.place().at("x-role").json().asText(null))
          .isEqualTo(route.role().orElse(null));
      JsonNode security = operation.place().at("security").json();
      if (route.role().isEmpty()) {
        assertThat(security.toString()).isEqualTo("[]");
      } else if (route.needsPassword()) {
        assertThat(security.toString()).isEqualTo("[{\"password\":[]}]");
      } else {
        assertThat(security.isMissingNode()).as("both ways of signing in").isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void should_name_every_parameter_with_its_default(Operation operation, List<Route> routes) {
    Map<String, String> described = parameters(operation);
    Map<String, String> declared = new HashMap<>();
    routes.forEach(route -> declared.putAll(route.parameters()));

    assertThat(described.keySet()).containsAll(declared.keySet());
    declared.forEach(
        (name, value) -> {
          if (value != null) {
            assertThat(described).containsEntry(name, value);
          }
        });
    Set<String> rest = new TreeSet<>(described.keySet());
    rest.removeAll(declared.keySet());
    assertThat(READ_BY_HAND).containsAll(rest);
  }

  private static Map<String, String> parameters(Operation operation) {
    Map<String, String> parameters = new HashMap<>();
    Place shared = DOCUMENT.root().at("paths").at(operation.path()).at("parameters");
    for (Place list : List.of(shared, operation.place().at("parameters"))) {
      for (int i = 0; i < list.json().size(); i++) {
        Place parameter = list.at(Integer.toString(i));
        String name =
            parameter.at("in").json().asText() + " " + parameter.at("name").json().asText();
        parameters.put(name, parameter.at("schema").at("default").json().asText(null));
      }
    }
    return parameters;
  }

  @ParameterizedTest
  @MethodSource("routes")
  void should_name_every_media_type(Operation operation, List<Route> routes) {
    Set<String> taken = new TreeSet<>();
    Set<String> given = new TreeSet<>();
    routes.forEach(route -> taken.addAll(route.takes()));
    routes.forEach(route -> given.addAll(route.gives()));

    assertThat(operation.place().at("requestBody").at("content").names())
        .containsExactlyInAnyOrderElementsOf(taken);
    if (!given.isEmpty()) {
      assertThat(
              operation.place().at("responses").names().stream()
                  .filter(status -> status.startsWith("2"))
                  .flatMap(
                      s -> operation.place().at("responses").at(s).at("content").names().stream()))
          .containsOnly(given.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void should_name_what_any_route_of_its_kind_can_answer(Operation operation, List<Route> routes) {
    List<String> expected = new ArrayList<>(List.of("500"));
    if (routes.get(0).role().isPresent()) {
      expected.addAll(List.of("400", "401", "403", "429", "503"));
    }
    if (!routes.get(0).takes().isEmpty()) {
      expected.addAll(List.of("413", "415"));
    }
    assertThat(operation.place().at("responses").names()).containsAll(expected);
  }
}
