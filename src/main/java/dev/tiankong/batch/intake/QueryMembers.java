package dev.tiankong.batch.intake;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.wording.Sentence;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options behind the question mark of an address, or in a form, as if they stood in the body. */
final class QueryMembers {

  private static final Set<String> LISTS = Set.of("targets", "tags");
  private static final Set<String> NUMBERS = Set.of("topK", "priority");

  /** Say what is to be done with the submission, and are no part of it. */
  private static final Set<String> OF_THE_ROUTE = Set.of("dryRun", "onError", "csvGuard");

  private static final Set<String> FLAGS = Set.of("looseMasks");

  private QueryMembers() {}

  static JsonObject of(UriInfo uri) {
    Map<String, List<String>> given = new LinkedHashMap<>(uri.getQueryParameters());
    given.keySet().removeAll(OF_THE_ROUTE);
    return of(given);
  }

  static JsonObject of(Map<String, List<String>> given) {
    JsonObjectBuilder members = JSON.createObjectBuilder();
    given.forEach((name, values) -> members.add(name, value(name, values)));
    return members.build();
  }

  private static JsonValue value(String name, List<String> values) {
    if (values.size() > 1 && !LISTS.contains(name)) {
      throw Members.invalid(
          Sentence.of("repeated", "\"{option}\" is given {times} times: give it once.")
              .with("times", values.size()),
          name);
    }
    String value = values.get(0);
    if (LISTS.contains(name)) {
      JsonArrayBuilder list = JSON.createArrayBuilder();
      values.stream().flatMap(v -> List.of(v.split(",")).stream()).forEach(list::add);
      return list.build();
    }
    if (NUMBERS.contains(name) && value.matches("-?\\d{1,9}")) {
      return JSON.createValue(Integer.parseInt(value));
    }
    if (FLAGS.contains(name) && value.matches("true|false")) {
      return Boolean.parseBoolean(value) ? JsonValue.TRUE : JsonValue.FALSE;
    }
    return JSON.createValue(value);
  }
}
