package dev.tiankong.request;

import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What may stand behind the question mark of a route's address, as its annotations have it.
 *
 * @param once those that have one value
 * @param repeated those that can be given several times
 */
public record QueryParameters(Set<String> once, Set<String> repeated) {

  private static final int SHOWN = 100;

  /** Of a method that answers requests. */
  public static QueryParameters of(Method route) {
    QueryParameters all = new QueryParameters(new TreeSet<>(), new TreeSet<>());
    Arrays.stream(route.getParameters()).forEach(p -> all.add(p, p.getType()));
    Arrays.stream(route.getDeclaringClass().getDeclaredFields())
        .forEach(field -> all.add(field, field.getType()));
    Stream.of(route, route.getDeclaringClass())
        .filter(element -> element.isAnnotationPresent(ReadsQuery.class))
        .flatMap(element -> Stream.of(element.getAnnotation(ReadsQuery.class).value()))
        .map(reader -> reader.getAnnotation(QueryNames.class))
        .forEach(
            names -> {
              all.once.addAll(List.of(names.once()));
              all.repeated.addAll(List.of(names.repeated()));
            });
    return all;
  }

  private void add(AnnotatedElement element, Class<?> type) {
    QueryParam parameter = element.getAnnotation(QueryParam.class);
    if (parameter != null) {
      (Collection.class.isAssignableFrom(type) ? repeated : once).add(parameter.value());
    }
  }

  /**
   * @throws ProblemException if there is one too many: a mistake must not go unnoticed
   */
  void check(Map<String, List<String>> given) {
    given.forEach(
        (name, values) -> {
          if (!once.contains(name) && !repeated.contains(name)) {
            throw invalid(
                "There is no parameter \"%s\" here (%s)."
                    .formatted(Characters.shown(name, SHOWN), known()));
          }
          if (values.size() > 1 && !repeated.contains(name)) {
            throw invalid(
                "The parameter \"%s\" is given %d times: give it once."
                    .formatted(name, values.size()));
          }
        });
  }

  private String known() {
    Set<String> all = new TreeSet<>(once);
    all.addAll(repeated);
    return all.isEmpty() ? "this route has none" : "known: " + String.join(", ", all);
  }

  private static ProblemException invalid(String detail) {
    return Problem.badRequest("invalid-parameter", detail).toException();
  }
}
