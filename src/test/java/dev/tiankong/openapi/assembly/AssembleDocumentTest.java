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

  @BeforeEach
  void writeWhatIsShared() throws IOException {
    Files.writeString(
        folder.resolve("openapi.yaml"), "openapi: 3.0.3\ninfo: {title: T}\npaths: {}\n");
  }

  @Test
  void should_join_the_files_of_all_features() throws IOException {
    Files.writeString(folder.resolve("b.yaml"), "paths: {/b: {get: {summary: 乙}}}\n");
    Files.writeString(folder.resolve("a.yaml"), "paths: {/a: {get: {summary: 甲}}}\n");

    AssembleDocument.main(
        new String[] {folder.toString(), folder.resolve("out").toString(), "1.2"});

    assertThat(folder.resolve("out/openapi.json"))
        .hasContent(
            """
            {"openapi":"3.0.3","info":{"title":"T","version":"1.2"},\
            "paths":{"/a":{"get":{"summary":"甲"}},"/b":{"get":{"summary":"乙"}}}}""");
    assertThat(Files.readString(folder.resolve("out/openapi.yaml")))
        .startsWith("openapi: 3.0.3")
        .contains("summary: 乙");
  }

  @Test
  void should_refuse_what_two_files_say() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "paths: {/a: {get: {summary: a}}}\n");
    Files.writeString(folder.resolve("b.yaml"), "paths: {/a: {get: {summary: b}}}\n");

    assertThatThrownBy(
            () -> AssembleDocument.main(new String[] {folder.toString(), folder.toString(), "1"}))
        .hasMessageContaining("b.yaml paths /a get: summary");
  }
}
