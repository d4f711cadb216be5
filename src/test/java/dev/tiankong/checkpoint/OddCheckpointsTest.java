package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tiankong.inference.Candidate;
import dev.tiankong.inference.FillOutcome;
import dev.tiankong.inference.Models;
import dev.tiankong.inference.Precision;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoints as publishers have them, and what transformers makes of each. */
class OddCheckpointsTest {

  private static final float EXACT = 1e-5f;

  @TempDir Path folder;

  static Stream<Arguments> read() throws IOException {
    return cases("read");
  }

  static Stream<Arguments> refused() throws IOException {
    return cases("refused");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("read")
  void should_answer_as_transformers_does(String name, JsonObject odd) throws IOException {
    Path model = ImportModel.run(build(odd), "odd", folder, Progress.NONE);
    JsonObject best = odd.getJsonObject("read");
    FillOutcome outcome =
        Models.fill(model, Precision.FP32, List.of(odd.getString("text")), best.size()).get(0);
    Map<String, Float> scores =
        ((FillOutcome.Filled) outcome)
            .masks().get(0).candidates().stream()
                .collect(Collectors.toMap(Candidate::token, Candidate::score));
    assertThat(scores).containsOnlyKeys(best.keySet());
    scores.forEach(
        (token, score) ->
            assertThat(score)
                .isCloseTo((float) best.getJsonNumber(token).doubleValue(), within(EXACT)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void should_refuse_in_a_sentence_what_is_not_understood(String name, JsonObject odd)
      throws IOException {
    Path source = build(odd);
    assertThatThrownBy(() -> ImportModel.run(source, "odd", folder, Progress.NONE))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(odd.getString("refused"))
        .message()
        .doesNotContain(folder.toString())
        .doesNotContain("\n");
    assertThat(folder.resolve("odd")).doesNotExist();
  }

  private Path build(JsonObject odd) throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    try (var files = Files.list(Models.golden("odd"))) {
      for (Path file : files.toList()) {
        Files.copy(file, source.resolve(file.getFileName()));
      }
    }
    if (odd.containsKey("weights")) {
      String weights = odd.getString("weights");
      Files.delete(source.resolve(Safetensors.FILE));
      Files.copy(
          Models.golden("odd-weights").resolve(weights),
          source.resolve(weights.substring(weights.indexOf('@') + 1)));
    }
    JsonObject contents = odd.getOrDefault("files", JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
    for (String file : contents.keySet()) {
      Files.writeString(source.resolve(file), contents.getString(file));
    }
    JsonArray removed = odd.getOrDefault("remove", JsonValue.EMPTY_JSON_ARRAY).asJsonArray();
    for (JsonString file : removed.getValuesAs(JsonString.class)) {
      Files.delete(source.resolve(file.getString()));
    }
    return source;
  }

  private static Stream<Arguments> cases(String outcome) throws IOException {
    try (var reader = Json.createReader(Files.newBufferedReader(Models.golden("odd.json")))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .filter(odd -> odd.containsKey(outcome))
          .map(odd -> Arguments.of(odd.getString("name"), odd))
          .toList()
          .stream();
    }
  }
}
