package dev.tiankong.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The OpenAPI document as it is packed, and its schemas. */
final class ApiDocument {

  private static final String ADDRESS = "https://tiankong.example/openapi";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

  private final JsonNode root;
  private final JsonNode strict;
  private final SchemaRegistry schemas;

  private ApiDocument(JsonNode root) {
    this.root = root;
    this.strict = closed(root.deepCopy());
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi30(),
            builder ->
                builder
                    .schemas(Map.of(ADDRESS, strict.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  static ApiDocument packed() {
    try (InputStream json = DocumentResource.class.getResourceAsStream("openapi.json")) {
      return new ApiDocument(JSON.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Clients pass over members that they do not know; here each of them must be described. */
  private static JsonNode closed(JsonNode schema) {
    schema.forEach(ApiDocument::closed);
    if (schema.has("$ref")) {
      // Holds wherever the schema is looked at.
      ((ObjectNode) schema).put("$ref", ADDRESS + schema.get("$ref").asText());
    }
    if (schema instanceof ObjectNode object
        && object.has("properties")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    return schema;
  }

  Place root() {
    return new Place("", root);
  }

  /** An operation: its method in capitals, the path as the document has it. */
  record Operation(String method, String path, Place place) {

    /** The response that describes a status; an exact one goes before a range. */
    Optional<Place> response(int status) {
      Place responses = place.at("responses");
      return List.of(Integer.toString(status), status / 100 + "XX").stream()
          .map(responses::at)
          .filter(Place::exists)
          .findFirst();
    }

    boolean matches(String requestPath) {
      return requestPath.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    Place paths = root().at("paths");
    for (String path : paths.names()) {
      for (String method : METHODS) {
        Place place = paths.at(path).at(method);
        if (place.exists()) {
          operations.add(new Operation(method.toUpperCase(Locale.ROOT), path, place));
        }
      }
    }
    return operations;
  }

  /** A place in the document; references are followed on the way. */
  final class Place {

    private final String pointer;
    private final JsonNode json;

    private Place(String pointer, JsonNode json) {
      this.pointer = pointer;
      this.json = json;
    }

    Place at(String name) {
      JsonNode child = json.isArray() ? json.path(Integer.parseInt(name)) : json.path(name);
      if (child.has("$ref")) {
        String reference = child.get("$ref").asText().substring(1);
        return new Place(reference, root.at(reference));
      }
      return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), child);
    }

    boolean exists() {
      return !json.isMissingNode();
    }

    JsonNode json() {
      return json;
    }

    List<String> names() {
      List<String> names = new ArrayList<>();
      Iterator<String> all = json.fieldNames();
      all.forEachRemaining(names::add);
      return names;
    }

    /** What a value breaks of the schema that stands here. */
    List<Error> complaints(JsonNode value) {
      return schemas.getSchema(strict.at(pointer)).validate(value);
    }

    @Override
    public String toString() {
      return pointer;
    }
  }
}
