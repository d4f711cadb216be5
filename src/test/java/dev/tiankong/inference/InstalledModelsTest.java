package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Progress;
import dev.tiankong.wording.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstalledModelsTest {

  private static final List<String> TEXT = List.of("[MASK]");
  private static final FillOptions ONE = FillOptions.top(1);

  @TempDir Path home;
  private InstalledModels models;

  @BeforeEach
  void create() {
    models = new InstalledModels(Optional.of(home.toString()), "tiny", 2, "fp32", pass -> {});
  }

  @AfterEach
  void close() {
    models.close();
  }

  @Test
  void should_be_ready_from_start_to_stop() throws IOException {
    install("tiny");
    assertThat(models.problem()).isPresent();

    models.load(null);
    assertThat(models.problem()).isEmpty();
    MaskFiller model = models.get(models.defaultName());
    assertThat(model.fill(TEXT, ONE)).hasOnlyElementsOfType(FillOutcome.Filled.class);

    models.close();
    assertThat(models.problem()).isPresent();
    assertThatThrownBy(() -> model.fill(TEXT, ONE)).isInstanceOf(ModelUnavailableException.class);
  }

  @Test
  void should_fill_with_any_installed_model() throws IOException {
    install("tiny");
    install("other");
    assertThat(models.installed())
        .extracting(card -> card.origin().name())
        .containsExactly("other", "tiny");
    for (ModelCard card : models.installed()) {
      MaskFiller model = models.get(card.origin().name());
      assertThat(model.fill(TEXT, ONE)).hasOnlyElementsOfType(FillOutcome.Filled.class);
    }
  }

  @Test
  void should_tell_models_apart_that_differ_in_weights_or_tokenizer_only() throws IOException {
    install("tiny");
    install("other");
    String digest = models.get("tiny").digest();
    assertThat(models.get("other").digest()).isEqualTo(digest);

    install("cased");
    Path tokenizer = home.resolve("models/cased/tokenizer.json");
    String settings = Files.readString(tokenizer);
    Files.writeString(tokenizer, settings.replace("\"lowercase\":false", "\"lowercase\":true"));
    assertThat(Files.readString(tokenizer)).isNotEqualTo(settings);
    assertThat(models.get("cased").digest()).isNotEqualTo(digest);
  }

  @Test
  void should_list_the_known_models_to_whoever_asks_for_another() throws IOException {
    install("tiny");
    install("other");
    assertThatThrownBy(() -> models.get("none"))
        .isInstanceOf(Refusal.class)
        .hasMessage("There is no model \"none\". Installed: other, tiny.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "../models/tiny", "tiny/", "a\u0000b"})
  void should_not_follow_a_name_that_is_a_path(String name) throws IOException {
    install("tiny");
    assertThatThrownBy(() -> models.get(name)).isInstanceOf(Refusal.class);
  }

  @Test
  void should_start_without_its_model() {
    models.load(null);
    assertThat(models.problem())
        .contains("There is no model \"tiny\". No model is installed: import one first.");
    assertThat(models.installed()).isEmpty();
  }

  @Test
  void should_start_without_a_broken_model() throws IOException {
    Path folder = Files.createDirectories(home.resolve("models/tiny"));
    Files.writeString(folder.resolve("model.json"), "{\"format\":2,\"task\":\"fill-mask\"}");
    models.load(null);
    assertThat(models.problem()).hasValueSatisfying(p -> assertThat(p).contains("cannot be used"));
    assertThat(models.installed()).isEmpty();
    assertThatThrownBy(() -> models.get("tiny").fill(TEXT, ONE))
        .isInstanceOf(ModelUnavailableException.class)
        .hasMessageContaining("cannot be used");
  }

  @Test
  void should_name_no_precision_that_a_model_does_not_have() throws IOException {
    install("tiny");

    assertThat(models.precision(models.installed().get(0))).isPresent();
    var other = new InstalledModels(Optional.of(home.toString()), "tiny", 1, "int8", pass -> {});
    assertThat(other.precision(other.installed().get(0))).isEmpty();
  }

  private void install(String name) throws IOException {
    ImportModel.run(Models.golden("tiny-bert"), name, home.resolve("models"), Progress.NONE);
  }
}
