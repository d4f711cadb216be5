package dev.tiankong.openapi.assembly;

import static dev.tiankong.openapi.assembly.AssembleDocument.child;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives another document those schemas of the OpenAPI document that it refers to, so that each is
 * written once. Keywords that only OpenAPI 3.0 has become those of JSON Schema.
 */
final class SharedSchemas {

  private static final String PREFIX = "#/components/schemas/";

  private final Map<String, Object> schemas;

  SharedSchemas(Map<String, Object> openapi) {
    schemas = child(child(openapi, "components"), "schemas");
  }

  void addTo(Map<String, Object> document) {
    add(document, child(child(document, "components"), "schemas"));
  }

  /** Follows the references of added schemas as well. */
  private void add(Object value, Map<String, Object> known) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("$ref") instanceof String reference && reference.startsWith(PREFIX)) {
        String name = reference.substring(PREFIX.length());
        if (!known.containsKey(name)) {
          known.put(name, jsonSchema(schema(name)));
          add(known.get(name), known);
        }
      }
      // A copy: the schemas that are added may stand in the same map.
      new ArrayList<>(map.values()).forEach(child -> add(child, known));
    } else if (value instanceof List<?> list) {
      list.forEach(child -> add(child, known));
    }
  }

  private Object schema(String name) {
    Object schema = schemas.get(name);
    if (schema == null) {
      throw new IllegalStateException("The OpenAPI document has no schema " + name);
    }
    return schema;
  }

  private static Object jsonSchema(Object openApiSchema) {
    if (openApiSchema instanceof List<?> list) {
      return list.stream().map(SharedSchemas::jsonSchema).toList();
    }
    if (!(openApiSchema instanceof Map<?, ?> map)) {
      return openApiSchema;
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          // A map under this name is a schema: that of a member of this name.
          if (name.equals("example") && !(value instanceof Map)) {
            schema.put("examples", List.of(value));
          } else {
            schema.put(name.toString(), jsonSchema(value));
          }
        });
    if (schema.remove("nullable", true)) {
      schema.computeIfPresent("type", (name, type) -> List.of(type, "null"));
      schema.computeIfPresent("enum", (name, values) -> withNull((List<?>) values));
    }
    return schema;
  }

  private static List<Object> withNull(List<?> values) {
    List<Object> all = new ArrayList<>(values);
    all.add(null);
    return all;
  }
}
