package dev.tiankong.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

  @QueryNames(
      once = {"sort", "after"},
      repeated = "tag")
  private static final class Reader {}

  private static final class Bean {
    @QueryParam("from")
    Instant from;
  }

  private static final class Resource {
    @QueryParam("format")
    String format;

    @ReadsQuery(Reader.class)
    void list(@QueryParam("limit") String limit, @QueryParam("state") List<String> states) {}

    void search(@BeanParam Bean bean) {}

    void status() {}
  }

  @Test
  void should_know_the_parameters_of_a_route_from_its_annotations() {
    QueryParameters list = list();

    assertThat(list.once()).containsExactly("after", "format", "limit", "sort");
    assertThat(list.repeated()).containsExactly("state", "tag");
    assertThat(of("search").once()).containsExactly("format", "from");
    assertThat(of("status").once()).containsExactly("format");
  }

  @Test
  void should_take_parameters_once_or_several_times() {
    assertThatCode(
            () ->
                list()
                    .check(
                        Map.of(
                            "limit", List.of("1"), "tag", List.of("a", "b"), "state", List.of())))
        .doesNotThrowAnyException();
  }

  @Test
  void should_refuse_a_parameter_that_a_route_does_not_have() {
    assertRefused(
        "status",
        "Unknown parameter \"status\" (known: after, format, limit, sort, state, tag).",
        "RUNNING");
  }

  @Test
  void should_refuse_several_values_where_one_counts() {
    assertRefused(
        "limit", "The parameter \"limit\" is given 2 times, but is allowed only once.", "3", "5");
  }

  private static void assertRefused(String name, String detail, String... values) {
    assertThatThrownBy(() -> list().check(Map.of(name, List.of(values))))
        .isInstanceOfSatisfying(
            Refusal.class,
            e -> {
              assertThat(e.code().status()).isEqualTo(400);
              assertThat(e.code().id()).isEqualTo("invalid-parameter");
              assertThat(e).hasMessage(detail);
            });
  }

  private static QueryParameters list() {
    return of("list");
  }

  private static QueryParameters of(String name) {
    return QueryParameters.of(
        List.of(Resource.class.getDeclaredMethods()).stream()
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow(),
        List.of());
  }
}
