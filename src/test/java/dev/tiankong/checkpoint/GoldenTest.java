package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tiankong.inference.Candidate;
import dev.tiankong.inference.CandidateKind;
import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.FillOutcome;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.Models;
import dev.tiankong.inference.Precision;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Hugging Face's pipeline answers is what we answer, whoever published the weights. */
class GoldenTest {

  private static final int ALL = MaskFiller.MAX_TOP_K;
  private static final float EXACT = 1e-5f;
  private static final float BF16 = 1e-2f;
  private static final float INT8 = 3e-2f;

  @TempDir Path models;

  @Test
  void should_answer_as_hugging_face_does_with_safetensors() throws IOException {
    assertGolden(Models.golden("tiny-bert"), Precision.FP32, EXACT);
  }

  @Test
  void should_answer_as_hugging_face_does_with_a_tensorflow_checkpoint() throws IOException {
    assertGolden(Models.golden("tiny-bert-tf"), Precision.FP32, EXACT);
  }

  @Test
  void should_answer_as_hugging_face_does_with_a_zip_in_a_jar() throws IOException {
    Path zip = models.resolve("inner.zip");
    try (var files = Files.walk(Models.golden("tiny-bert-tf"))) {
      zip(files.filter(Files::isRegularFile).toList(), zip);
    }
    Path jar = models.resolve("model.jar");
    zip(List.of(zip), jar);
    assertGolden(jar, Precision.FP32, EXACT);
  }

  @Test
  void should_answer_as_hugging_face_does_with_a_checkpoint_as_google_publishes_it()
      throws IOException {
    assertGolden(Models.golden("tiny-bert-ckpt"), Precision.FP32, EXACT);
  }

  @Test
  void should_answer_nearly_as_hugging_face_does_in_int8() throws IOException {
    assertGolden(Models.golden("tiny-bert"), Precision.INT8, INT8);
  }

  @Test
  void should_answer_nearly_as_hugging_face_does_in_bf16() throws IOException {
    assertGolden(Models.golden("tiny-bert"), Precision.BF16, BF16);
  }

  private static void zip(List<Path> files, Path zip) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new ZipEntry("some/folder/" + file.getFileName()));
        Files.copy(file, entries);
      }
    }
  }

  private void assertGolden(Path source, Precision precision, float tolerance) throws IOException {
    Path model =
        ImportModel.run(
            Source.local(source), "tiny", models, Set.of(precision.label()), Progress.NONE);
    assertGolden(model, precision, FillOptions.top(ALL), "masks", tolerance);
    List<String> targets = golden().getJsonArray("targets").getValuesAs(JsonString::getString);
    FillOptions amongTargets = new FillOptions(5, targets, CandidateKind.ANY, false);
    assertGolden(model, precision, amongTargets, "amongTargets", tolerance);
  }

  private static void assertGolden(
      Path model, Precision precision, FillOptions options, String answers, float tolerance)
      throws IOException {
    JsonArray golden = golden().getJsonArray("texts");
    List<String> texts =
        golden.getValuesAs(JsonObject.class).stream().map(t -> t.getString("text")).toList();
    List<FillOutcome> outcomes = Models.fill(model, precision, texts, options);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(outcomes.get(i)).as(texts.get(i)).isInstanceOf(FillOutcome.Filled.class);
      var masks = ((FillOutcome.Filled) outcomes.get(i)).masks();
      JsonArray expected = golden.getJsonObject(i).getJsonArray(answers);
      assertThat(masks).as(texts.get(i)).hasSameSizeAs(expected);
      for (int mask = 0; mask < masks.size(); mask++) {
        assertCandidates(
            masks.get(mask).candidates(), offered(expected.getJsonObject(mask)), tolerance);
      }
    }
  }

  private static void assertCandidates(
      List<Candidate> actual, List<Candidate> expected, float tolerance) {
    assertThat(actual).hasSize(Math.min(ALL, expected.size()));
    for (int i = 0; i < actual.size(); i++) {
      Candidate candidate = actual.get(i);
      assertThat(candidate.score()).isCloseTo(expected.get(i).score(), within(tolerance));
      // Neighbours that are as good as equal may change places.
      assertThat(expected)
          .anySatisfy(
              other -> {
                assertThat(candidate.token()).isEqualTo(other.token());
                assertThat(candidate.score()).isCloseTo(other.score(), within(tolerance));
              });
    }
  }

  private static List<Candidate> offered(JsonObject mask) {
    JsonArray tokens = mask.getJsonArray("tokens");
    JsonArray scores = mask.getJsonArray("scores");
    List<Candidate> offered = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.getString(i);
      if (!token.matches("\\[[A-Z]+]|\\[unused.]|<.>|##.+")) {
        offered.add(new Candidate(token, (float) scores.getJsonNumber(i).doubleValue()));
      }
    }
    return offered;
  }

  private static JsonObject golden() throws IOException {
    try (var reader = Json.createReader(Files.newBufferedReader(Models.golden("golden.json")))) {
      return reader.readObject();
    }
  }
}
