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
import java.util.List;
import java.util.Map;

/**
 * The AsyncAPI document as it is packed. The tests' broker client holds each message against it.
 */
public final class MessagingDocument {

  private static final String ADDRESS = "https://tiankong.example/asyncapi";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MessagingDocument PACKED = new MessagingDocument();

  private final JsonNode root;
  private final JsonNode strict;
  private final SchemaRegistry schemas;

  private MessagingDocument() {
    try (InputStream json = DocumentResource.class.getResourceAsStream("asyncapi.json")) {
      root = JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    strict = closed(root.deepCopy());
    schemas =
        SchemaRegistry.withDefaultDialect(
            Dialects.getDraft7(),
            builder ->
                builder
                    .schemas(Map.of(ADDRESS, strict.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }

  static MessagingDocument packed() {
    return PACKED;
  }

  /** Applications ignore members that they do not know; here each of them must be described. */
  private static JsonNode closed(JsonNode schema) {
    schema.forEach(MessagingDocument::closed);
    if (schema instanceof ObjectNode object) {
      if (object.has("$ref")) {
        object.put("$ref", ADDRESS + object.get("$ref").asText());
      }
      if (object.has("properties") && !object.has("additionalProperties")) {
        object.put("additionalProperties", false);
      }
    }
    return schema;
  }

  JsonNode root() {
    return root;
  }

  /**
   * What a part of a message breaks of what the document says.
   *
   * @param message its name in the document
   * @param part {@code headers} or {@code payload}
   */
  List<Error> complaints(String message, String part, JsonNode value) {
    return schemas
        .getSchema(strict.at("/components/messages/" + message + "/" + part))
        .validate(value);
  }

  /**
   * @param message its name in the document
   * @throws AssertionError if the document does not describe a message such as this one
   */
  public static void check(String message, Map<String, ?> headers, String payload) {
    try {
      List<Error> wrong = PACKED.complaints(message, "headers", JSON.valueToTree(headers));
      List<Error> wrongPayload = PACKED.complaints(message, "payload", JSON.readTree(payload));
      if (!wrong.isEmpty() || !wrongPayload.isEmpty()) {
        throw new AssertionError(message + " " + headers + payload + wrong + wrongPayload);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
