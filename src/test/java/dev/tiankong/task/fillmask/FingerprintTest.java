package dev.tiankong.task.fillmask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.CandidateKind;
import dev.tiankong.inference.FillOptions;
import dev.tiankong.task.Fingerprint;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TaskOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final FillMaskTask TASK = new FillMaskTask();
  private static final int PAIRS = 20_000;

  private static final List<String> PARTS =
      List.of("天", "空", ", ", ",", "\"", "\\", "[", "]", "\",\"", "topK=1", "}", "𠮷", " ", "ANY");

  @Test
  void should_tell_targets_apart_that_look_alike_when_they_are_listed() {
    assertThat(of("w", List.of("天, 空"))).isNotEqualTo(of("w", List.of("天", "空")));
    assertThat(of("w", List.of("天\",\"空"))).isNotEqualTo(of("w", List.of("天", "空")));
    assertThat(of("w", List.of("天"))).isNotEqualTo(of("v", List.of("天")));
    assertThat(of("w", List.of("天", "空"))).isEqualTo(of("w", List.of("空", "天", "空")));
    assertThat(of("w", List.of("天", "空"))).isNotEqualTo(of("w", List.of()));
  }

  @Test
  void should_be_equal_for_equal_options_and_no_others() {
    Random random = new Random(5);
    for (int i = 0; i < PAIRS; i++) {
      FillOptions one = draw(random);
      FillOptions other = random.nextBoolean() ? draw(random) : shuffled(one, random);
      boolean areEqual =
          one.topK() == other.topK()
              && set(one).equals(set(other))
              && one.candidates() == other.candidates()
              && one.looseMasks() == other.looseMasks();
      assertThat(of("w", one).equals(of("w", other)))
          .as("%s and %s", one, other)
          .isEqualTo(areEqual);
    }
  }

  private static Set<String> set(FillOptions options) {
    return new HashSet<>(options.targets());
  }

  private static FillOptions shuffled(FillOptions options, Random random) {
    List<String> targets = new ArrayList<>(options.targets());
    Collections.shuffle(targets, random);
    return new FillOptions(options.topK(), targets, options.candidates(), options.looseMasks());
  }

  private static FillOptions draw(Random random) {
    List<String> targets =
        Stream.generate(() -> word(random))
            .limit(random.nextInt(3))
            .filter(w -> !w.isBlank())
            .toList();
    CandidateKind kind = random.nextBoolean() ? CandidateKind.ANY : CandidateKind.HAN;
    return new FillOptions(1 + random.nextInt(2), targets, kind, random.nextBoolean());
  }

  private static String word(Random random) {
    return Stream.generate(() -> PARTS.get(random.nextInt(PARTS.size())))
        .limit(1 + random.nextInt(2))
        .reduce("", String::concat);
  }

  private static String of(String weights, List<String> targets) {
    return of(weights, new FillOptions(5, targets, CandidateKind.ANY, false));
  }

  private static String of(String weights, FillOptions options) {
    JsonObject asked =
        Json.createObjectBuilder()
            .add("model", "some name")
            .add("topK", options.topK())
            .add("targets", Json.createArrayBuilder(options.targets()))
            .add("candidates", options.candidates().name().toLowerCase(Locale.ROOT))
            .add("looseMasks", options.looseMasks())
            .build();
    return Fingerprint.of(TASK, new Prepared(weights, TASK.options().read(asked, List.of())));
  }

  private record Prepared(String weights, TaskOptions options) implements PreparedTask {

    @Override
    public Optional<ItemError> refuse(String text) {
      return Optional.empty();
    }

    @Override
    public int cost(String text) {
      return 1;
    }
  }
}
