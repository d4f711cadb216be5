package dev.tiankong.openapi.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssembleDocumentTest {

  @TempDir Path folder;

  @TempDir Path out;

  private Path asyncapi;

  @BeforeEach
  void writeWhatIsShared() throws IOException {
    Files.writeString(
        folder.resolve("openapi.yaml"), "openapi: 3.0.3\ninfo: {title: T}\npaths: {}\n");
    asyncapi =
        Files.writeString(
            out.resolve("source.yaml"),
            "info: {title: T}\nmessage: {$ref: '#/components/schemas/B'}\ncomponents: {schemas: {}}\n");
    Files.writeString(
        folder.resolve("schemas.yaml"),
        """
        components:
          schemas:
            A: {type: string, enum: [x], nullable: true, example: x}
            B:
              type: object
              properties: {a: {$ref: '#/components/schemas/A'}, example: {type: integer}}
            C: {type: string}
        """);
  }

  private void assemble() throws IOException {
    AssembleDocument.main(
        new String[] {
          folder.toString(), asyncapi.toString(), out.toString(), "1.2", "target/classes"
        });
  }

  @Test
  void should_join_the_files_of_all_features() throws IOException {
    Files.writeString(folder.resolve("b.yaml"), "paths: {/b: {get: {summary: 乙}}}\n");
    Files.writeString(folder.resolve("a.yaml"), "paths: {/a: {get: {summary: 甲}}}\n");

    assemble();

    assertThat(Files.readString(out.resolve("openapi.json")))
        .startsWith(
            """
            {"openapi":"3.0.3","info":{"title":"T","version":"1.2"},\
            "paths":{"/a":{"get":{"summary":"甲"}},"/b":{"get":{"summary":"乙"}}},""");
    assertThat(Files.readString(out.resolve("openapi.yaml")))
        .startsWith("openapi: 3.0.3")
        .contains("summary: 乙");
  }

  @Test
  void should_put_the_options_of_all_tasks_where_they_are_marked() throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"),
        """
        paths:
          /a: {get: {parameters: [{in: header}, {x-task-options: requested}]}}
        components:
          schemas:
            D:
              required: [id, x-task-options]
              properties:
                id: {}
                x-task-options: echoed
                task: {x-task-names: true}
        """);

    assemble();

    assertThat(Files.readString(out.resolve("openapi.json")))
        .contains(
            "\"parameters\":[{\"in\":\"header\"},{\"$ref\":\"#/components/parameters/model\"},{\"$ref\":\"#/components/parameters/topK\"},")
        .contains(
            "\"required\":[\"id\",\"model\",\"topK\",\"targets\",\"candidates\",\"looseMasks\"]")
        .contains("\"candidates\":{\"type\":\"string\",\"enum\":[\"any\",\"han\"],\"description\":")
        .contains("\"task\":{\"enum\":[\"fill-mask\"]}")
        .contains(
            "\"topK\":{\"name\":\"topK\",\"in\":\"query\",\"description\":\"Candidates for each mask.")
        .contains(
            "\"schema\":{\"type\":\"integer\",\"minimum\":1,\"maximum\":1000,\"default\":5}}");
  }

  @Test
  void should_refuse_what_two_files_say() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "paths: {/a: {get: {summary: a}}}\n");
    Files.writeString(folder.resolve("b.yaml"), "paths: {/a: {get: {summary: b}}}\n");

    assertThatThrownBy(this::assemble).hasMessageContaining("b.yaml paths /a get: summary");
  }

  @Test
  void should_give_the_asyncapi_document_the_schemas_that_it_refers_to() throws IOException {
    assemble();

    assertThat(out.resolve("asyncapi.json"))
        .hasContent(
            """
            {"info":{"title":"T","version":"1.2"},"message":{"$ref":"#/components/schemas/B"},\
            "components":{"schemas":{\
            "B":{"type":"object","properties":\
            {"a":{"$ref":"#/components/schemas/A"},"example":{"type":"integer"}}},\
            "A":{"type":["string","null"],"enum":["x",null],"examples":["x"]}}}}""");
  }

  @Test
  void should_refuse_a_reference_to_a_schema_that_does_not_exist() throws IOException {
    Files.writeString(
        asyncapi, "info: {}\nx: {$ref: '#/components/schemas/D'}\ncomponents: {schemas: {}}\n");

    assertThatThrownBy(this::assemble).hasMessageContaining("no schema D");
  }
}
