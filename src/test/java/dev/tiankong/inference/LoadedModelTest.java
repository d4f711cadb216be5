package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedModelTest {

  @TempDir Path home;
  private LoadedModel model;

  @BeforeEach
  void create() {
    model = new LoadedModel(Optional.of(home.toString()), "tiny");
  }

  @Test
  void should_be_ready_from_start_to_stop() throws IOException {
    ImportModel.run(Models.golden("tiny-bert"), "tiny", home.resolve("models"), Progress.NONE);
    assertThat(model.problem()).isPresent();

    model.load(null);
    assertThat(model.problem()).isEmpty();
    assertThat(model.fill(List.of("[MASK]"), 1)).hasOnlyElementsOfType(Outcome.Filled.class);

    model.close();
    assertThat(model.problem()).isPresent();
  }

  @Test
  void should_say_where_a_missing_model_was_looked_for() {
    model.load(null);
    assertThat(model.problem()).hasValueSatisfying(p -> assertThat(p).contains("models/tiny"));
    assertThatThrownBy(() -> model.fill(List.of("[MASK]"), 1))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessage(model.problem().orElseThrow());
  }

  @Test
  void should_start_without_a_broken_model() throws IOException {
    Path folder = Files.createDirectories(home.resolve("models/tiny"));
    Files.writeString(folder.resolve("model.json"), "{\"task\":\"fill-mask\"}");
    model.load(null);
    assertThat(model.problem())
        .hasValueSatisfying(p -> assertThat(p).contains("does not describe a model"));
  }
}
