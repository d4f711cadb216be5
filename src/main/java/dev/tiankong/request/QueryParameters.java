package dev.tiankong.request;

import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.ws.rs.BeanParam;
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

  /**
   * Of a method that answers requests.
   *
   * @param sources of further names
   */
  public static QueryParameters of(Method route, Iterable<? extends QueryNameSource> sources) {
    QueryParameters all = new QueryParameters(new TreeSet<>(), new TreeSet<>());
    Arrays.stream(route.getParameters()).forEach(p -> all.add(p, p.getType()));
    Arrays.stream(route.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
        .flatMap(parameter -> Arrays.stream(parameter.getType().getDeclaredFields()))
        .forEach(field -> all.add(field, field.getType()));
    Arrays.stream(route.getDeclaringClass().getDeclaredFields())
        .forEach(field -> all.add(field, field.getType()));
    Stream.of(route, route.getDeclaringClass())
        .filter(element -> element.isAnnotationPresent(ReadsQuery.class))
        .flatMap(element -> Stream.of(element.getAnnotation(ReadsQuery.class).value()))
        .forEach(reader -> all.add(reader, sources));
    return all;
  }

  private void add(Class<?> reader, Iterable<? extends QueryNameSource> sources) {
    QueryNames names = reader.getAnnotation(QueryNames.class);
    once.addAll(List.of(names.once()));
    repeated.addAll(List.of(names.repeated()));
    for (QueryNameSource source : sources) {
      if (source.reader().equals(reader)) {
        once.addAll(source.once());
        repeated.addAll(source.repeated());
      }
    }
  }

  private void add(AnnotatedElement element, Class<?> type) {
    QueryParam parameter = element.getAnnotation(QueryParam.class);
    if (parameter != null) {
      (Collection.class.isAssignableFrom(type) ? repeated : once).add(parameter.value());
    }
  }

  /**
   * @throws Refusal if there is one too many: a mistake must not go unnoticed
   */
  void check(Map<String, List<String>> given) {
    given.forEach(
        (name, values) -> {
          if (!once.contains(name) && !repeated.contains(name)) {
            throw QueryValue.invalid(
                Sentence.of(
                        "unknown",
                        known().isEmpty()
                            ? "Unknown parameter \"{parameter}\" (this route has none)."
                            : "Unknown parameter \"{parameter}\" (known: {known}).")
                    .with("known", known()),
                Characters.shown(name, SHOWN));
          }
          if (values.size() > 1 && !repeated.contains(name)) {
            throw QueryValue.invalid(
                Sentence.of(
                        "repeated",
                        "The parameter \"{parameter}\" is given {times} times, but is allowed only once.")
                    .with("times", values.size()),
                name);
          }
        });
  }

  private Set<String> known() {
    Set<String> all = new TreeSet<>(once);
    all.addAll(repeated);
    return all;
  }
}
