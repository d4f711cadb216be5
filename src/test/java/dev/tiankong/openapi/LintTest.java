package dev.tiankong.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.apicurio.datamodels.Library;
import io.apicurio.datamodels.models.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A public linter, which knows the specifications, finds nothing. */
class LintTest {

  /**
   * What it does not know: that the key of a callback is an expression and no path, and that a
   * channel whose address each request names has none.
   */
  private static final Set<String> UNKNOWN_TO_IT =
      Set.of(
          "/components/callbacks[batchEnded][{$request.query.callbackUrl}]", "/channels[answers]");

  @ParameterizedTest
  @ValueSource(strings = {"openapi.json", "asyncapi.json"})
  void should_find_nothing_wrong_with_a_document(String name) throws IOException {
    assertThat(complaints(packed(name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "openapi.json, schemas/Problem\", schemas/Nothing\"",
        "asyncapi.json, \"receive\", \"listen\""
      })
  void should_find_what_is_wrong(String name, String right, String wrong) throws IOException {
    assertThat(complaints(packed(name).replace(right, wrong))).isNotEmpty();
  }

  private static List<String> complaints(String json) {
    Document document = Library.readDocumentFromJSONString(json);
    return Library.validate(document, null).stream()
        .filter(problem -> !UNKNOWN_TO_IT.contains(problem.nodePath.toString()))
        .map(problem -> problem.nodePath + " " + problem.property + ": " + problem.message)
        .toList();
  }

  private static String packed(String name) throws IOException {
    try (InputStream json = DocumentResource.class.getResourceAsStream(name)) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
