package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The OpenAPI document and its page, as they are served. That the document is true, all tests see.
 */
@ArquillianTest
class OpenApiIT {

  private static final String DOCS = "/api/v1/docs";

  private final Client viewer = Account.make("viewer").client();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_serve_the_document_in_yaml_and_in_json() {
    Answer yaml = viewer.get("/api/v1/openapi.yaml");
    JsonObject json = viewer.get("/api/v1/openapi.json").json();

    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(yaml.body()).startsWith("openapi: 3.0.3").contains("/api/v1/batches:");
    assertThat(json.getJsonObject("info").getString("version")).matches("\\d.*");
    assertThat(json.getJsonObject("paths")).containsKey("/api/v1/batches");
  }

  @Test
  void should_serve_the_document_of_the_message_broker() {
    Answer yaml = viewer.get("/api/v1/asyncapi.yaml");
    JsonObject json = viewer.get("/api/v1/asyncapi.json").json();

    assertThat(yaml.header("Content-Type")).startsWith("application/yaml");
    assertThat(yaml.body()).startsWith("asyncapi: 3.0.0").contains("address: tiankong.submit");
    assertThat(json.getJsonObject("info").getString("version")).matches("\\d.*");
    assertThat(json.getJsonObject("channels")).containsKeys("submit", "answers", "events");
  }

  @ParameterizedTest
  @CsvSource({
    "index.html, text/html",
    "page.js, text/javascript",
    "swagger-ui-bundle.js, text/javascript",
    "swagger-ui.css, text/css",
    "favicon-32x32.png, image/png"
  })
  void should_serve_the_page(String file, String type) {
    Answer answer = viewer.get(DOCS + "/" + file);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith(type);
    assertThat(answer.body()).isNotEmpty();
  }

  @Test
  void should_lead_to_the_page() {
    Answer answer = viewer.get(DOCS);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(URI.create(answer.header("Location")).getPath()).isEqualTo(DOCS + "/index.html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DocumentResource.class", "..%2Fopenapi.json", "swagger-ui.js"})
  void should_serve_no_other_file(String file) {
    assertThat(viewer.get(DOCS + "/" + file).status()).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/openapi.yaml",
        "/api/v1/openapi.json",
        "/api/v1/asyncapi.yaml",
        "/api/v1/asyncapi.json",
        DOCS,
        DOCS + "/page.js"
      })
  void should_tell_strangers_nothing(String path) {
    assertThat(Client.stranger().get(path).status()).isEqualTo(401);
  }
}
