package dev.tiankong.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tiankong.batch.BatchEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AsyncAPI document says what applications on the message broker send and get. */
class MessagingDocumentTest {

  private static final MessagingDocument DOCUMENT = MessagingDocument.packed();

  private static List<String> messages() {
    return List.copyOf(names(DOCUMENT.root().at("/components/messages")));
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void should_have_examples_that_follow_its_schemas(String message) {
    JsonNode examples = DOCUMENT.root().at("/components/messages/" + message + "/examples");

    assertThat(examples).isNotEmpty();
    for (JsonNode example : examples) {
      assertThat(DOCUMENT.complaints(message, "payload", example.get("payload"))).isEmpty();
      if (example.has("headers")) {
        assertThat(DOCUMENT.complaints(message, "headers", example.get("headers"))).isEmpty();
      }
    }
  }

  @Test
  void should_complain_of_what_it_does_not_describe() {
    JsonNode event = DOCUMENT.root().at("/components/messages/Event/examples/0/payload");

    assertThat(DOCUMENT.complaints("Stored", "payload", event)).isNotEmpty();
  }

  @Test
  void should_refer_to_nothing_that_does_not_exist() {
    assertThat(DOCUMENT.root().findValuesAsText("$ref"))
        .isNotEmpty()
        .allMatch(reference -> !DOCUMENT.root().at(reference.substring(1)).isMissingNode());
  }

  @Test
  void should_name_every_event() {
    assertThat(DOCUMENT.root().at("/components/schemas/EventName/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BatchEvent.What.values())
                .map(what -> what.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void should_share_its_schemas_with_the_openapi_document() {
    Set<String> shared = names(DOCUMENT.root().at("/components/schemas"));
    shared.removeAll(Set.of("EventName", "BatchEvent"));

    assertThat(shared).contains("Batch", "BatchRequest", "Problem");
    assertThat(names(ApiDocument.packed().root().json().at("/components/schemas")))
        .containsAll(shared);
  }
}
