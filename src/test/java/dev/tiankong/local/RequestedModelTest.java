package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Models;
import dev.tiankong.inference.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedModelTest {

  private static final String TINY = Models.golden("tiny-bert").toString();

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final Properties properties = new Properties();

  @BeforeEach
  void configure() {
    environment.put("TIANKONG_HOME", folder.toString());
    properties.setProperty("model", TINY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fp32, bf16", "FP32,BF16", " bf16 ", "BF16 ,fp32"})
  void should_read_precisions_as_people_write_them(String precisions) throws IOException {
    properties.setProperty("precisions", precisions);
    Path model = requested().install();
    assertThat(new ModelDirectory(model).card().weights())
        .containsOnlyKeys(Precision.FP32, Precision.BF16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fp16", "fp32,,bf16", "fp32;bf16"})
  void should_name_a_precision_that_there_is_not(String precisions) {
    properties.setProperty("precisions", precisions);
    assertThatThrownBy(() -> requested().install())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use one of fp32, bf16, int8");
  }

  @Test
  void should_be_installed_once_it_has_been_imported() throws IOException {
    assertThat(requested().isInstalled()).isFalse();
    requested().install();
    assertThat(requested().isInstalled()).isTrue();
    assertThat(requested().name()).isEqualTo("tiny-bert");
    properties.setProperty("name", "other");
    assertThat(requested().isInstalled()).isFalse();
  }

  @Test
  void should_not_ignore_a_revision_of_a_folder() {
    properties.setProperty("revision", "refs/pr/1");
    assertThatThrownBy(() -> requested().install())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("-Drevision is only for models on the hub");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../main", "a?b", "a b", "/main", "main/"})
  void should_refuse_what_cannot_be_a_revision(String revision) {
    properties.setProperty("model", "acme/tiny");
    properties.setProperty("revision", revision);
    assertThatThrownBy(() -> requested().install())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("is not a revision");
  }

  @Test
  void should_not_say_a_token_that_cannot_be_one() {
    properties.setProperty("model", "acme/tiny");
    environment.put("HF_TOKEN", "hf_secret\nX-Other: 1");
    assertThatThrownBy(() -> requested().install())
        .isInstanceOf(CannotStart.class)
        .hasMessage("HF_TOKEN has characters that are not allowed in a token of the hub.");
  }

  @Test
  void should_not_be_there_when_the_command_line_names_none() {
    properties.setProperty("model", " ");
    assertThat(RequestedModel.of(environment, properties, Home.of(environment))).isEmpty();
  }

  private RequestedModel requested() {
    return RequestedModel.of(environment, properties, Home.of(environment)).orElseThrow();
  }
}
