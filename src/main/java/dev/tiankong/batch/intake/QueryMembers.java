package dev.tiankong.batch.intake;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.request.JsonMembers;
import dev.tiankong.task.Option;
import dev.tiankong.task.OptionType;
import dev.tiankong.task.Tasks;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options behind the question mark of an address, or in a form, as if they stood in the body. */
@ApplicationScoped
class QueryMembers {

  /** Say what is to be done with the submission, and are no part of it. */
  private static final Set<String> OF_THE_ROUTE = Set.of("dryRun", "onError", "csvGuard");

  @Inject Tasks tasks;

  JsonObject of(UriInfo uri) {
    Map<String, List<String>> given = new LinkedHashMap<>(uri.getQueryParameters());
    given.keySet().removeAll(OF_THE_ROUTE);
    return of(given);
  }

  JsonObject of(Map<String, List<String>> given) {
    JsonObjectBuilder members = JSON.createObjectBuilder();
    given.forEach((name, values) -> members.add(name, value(name, values)));
    return members.build();
  }

  private JsonValue value(String name, List<String> values) {
    OptionType<?> type = type(name);
    if (values.size() > 1 && !type.isRepeated()) {
      throw JsonMembers.invalid(
          Sentence.of("repeated", "\"{option}\" is given {times} times, but is allowed only once.")
              .with("times", values.size()),
          name);
    }
    return type.ofText(values);
  }

  /** What is no option at all is refused later, like any member that nobody knows. */
  private OptionType<?> type(String name) {
    OptionType<?> ofLabel = LabelJson.TYPES.get(name);
    return ofLabel == null
        ? tasks.option(name).<OptionType<?>>map(Option::type).orElse(OptionType.text())
        : ofLabel;
  }
}
