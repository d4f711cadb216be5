package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultModelTest {

  @TempDir Path models;

  @Test
  void should_be_imported_again_after_an_update_that_needs_it() throws IOException {
    Path source = Models.golden("tiny-bert");
    DefaultModel.provide(source, models);
    assertThat(DefaultModel.isIn(models)).isTrue();

    Path card = models.resolve("bert-base-multilingual-cased/model.json");
    Files.writeString(card, Files.readString(card).replace("\"format\"", "\"then\""));
    assertThat(DefaultModel.isIn(models)).isFalse();

    DefaultModel.provide(source, models);
    assertThat(DefaultModel.isIn(models)).isTrue();
  }
}
