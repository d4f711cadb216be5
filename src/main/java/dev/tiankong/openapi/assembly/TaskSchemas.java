package dev.tiankong.openapi.assembly;

import static dev.tiankong.openapi.assembly.AssembleDocument.merge;

import dev.tiankong.task.Option;
import dev.tiankong.task.TextTask;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the options of all tasks where the document is marked for them:
 *
 * <ul>
 *   <li>{@code x-task-options} as a member of {@code properties}: as they are asked for, of all
 *       tasks ({@code requested}) or of the one that is named; or as they are answered ({@code
 *       echoed});
 *   <li>{@code x-task-options} in a list of what is required: those that every task has;
 *   <li>{@code {x-task-options: requested}} in a list of parameters: each as one of a query;
 *   <li>{@code x-task-names} in a schema: the names of the tasks, as an enumeration.
 * </ul>
 */
final class TaskSchemas {

  private static final String OPTIONS = "x-task-options";
  private static final String NAMES = "x-task-names";
  private static final String ECHOED = "echoed";
  private static final String REQUESTED = "requested";

  private final List<TextTask> tasks;

  TaskSchemas(List<TextTask> tasks) {
    this.tasks = tasks;
  }

  void addTo(Map<String, Object> openapi) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    options(REQUESTED).forEach((name, schema) -> parameters.put(name, parameter(name, schema)));
    merge(openapi, Map.of("components", Map.of("parameters", parameters)), "Tasks");
    expand(openapi);
  }

  /** As schemas, by name. */
  private Map<String, Map<String, Object>> options(String of) {
    Map<String, Map<String, Object>> schemas = new LinkedHashMap<>();
    for (TextTask task : tasks) {
      if (List.of(REQUESTED, ECHOED, task.name()).contains(of)) {
        for (Option<?> option : task.options().all()) {
          Map<String, Object> schema = map(option.schema());
          if (of.equals(ECHOED)) {
            // An answer has the value that counts.
            schema.remove("default");
          }
          if (!schema.equals(schemas.getOrDefault(option.name(), schema))) {
            throw new IllegalStateException(option.name() + " is not the same in all tasks");
          }
          schemas.put(option.name(), schema);
        }
      }
    }
    return schemas;
  }

  private static Map<String, Object> parameter(String name, Map<String, Object> schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("description", schema.remove("description"));
    if (schema.get("type").equals("array")) {
      parameter.put("explode", false);
    }
    parameter.put("schema", schema);
    return parameter;
  }

  private List<String> inAllTasks() {
    return options(ECHOED).keySet().stream()
        .filter(name -> tasks.stream().allMatch(task -> task.options().named(name).isPresent()))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private void expand(Object value) {
    if (value instanceof Map<?, ?> map) {
      expandMembers((Map<String, Object>) map);
      map.values().forEach(this::expand);
    } else if (value instanceof List<?> list) {
      expandElements((List<Object>) list);
      list.forEach(this::expand);
    }
  }

  private void expandMembers(Map<String, Object> members) {
    if (members.containsKey(NAMES)) {
      members.remove(NAMES);
      members.put("enum", tasks.stream().map(TextTask::name).toList());
    }
    if (members.containsKey(OPTIONS)) {
      Map<String, Object> before = new LinkedHashMap<>(members);
      members.clear();
      before.forEach(
          (name, member) -> {
            if (name.equals(OPTIONS)) {
              members.putAll(options(member.toString()));
            } else {
              members.put(name, member);
            }
          });
    }
  }

  private void expandElements(List<Object> elements) {
    if (elements.stream().noneMatch(TaskSchemas::isMark)) {
      return;
    }
    List<Object> before = new ArrayList<>(elements);
    elements.clear();
    for (Object element : before) {
      if (element.equals(OPTIONS)) {
        elements.addAll(inAllTasks());
      } else if (isMark(element)) {
        options(REQUESTED)
            .keySet()
            .forEach(name -> elements.add(Map.of("$ref", "#/components/parameters/" + name)));
      } else {
        elements.add(element);
      }
    }
  }

  private static boolean isMark(Object element) {
    return element.equals(OPTIONS)
        || element instanceof Map<?, ?> map && map.keySet().equals(Set.of(OPTIONS));
  }

  private static Map<String, Object> map(JsonObject json) {
    Map<String, Object> map = new LinkedHashMap<>();
    json.forEach((name, value) -> map.put(name, plain(value)));
    return map;
  }

  private static Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> map(value.asJsonObject());
      case ARRAY -> ((JsonArray) value).stream().map(TaskSchemas::plain).toList();
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).intValueExact();
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> throw new IllegalArgumentException("A schema has no null");
    };
  }
}
