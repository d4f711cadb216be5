package dev.tiankong.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.CandidateKind;
import dev.tiankong.inference.FillOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final int PAIRS = 20_000;

  private static final List<String> PARTS =
      List.of("天", "空", ", ", ",", "\"", "\\", "[", "]", "\",\"", "topK=1", "}", "𠮷", " ", "ANY");

  @Test
  void should_tell_targets_apart_that_look_alike_when_they_are_listed() {
    assertThat(of("w", List.of("天, 空"))).isNotEqualTo(of("w", List.of("天", "空")));
    assertThat(of("w", List.of("天\",\"空"))).isNotEqualTo(of("w", List.of("天", "空")));
    assertThat(of("w", List.of("天"))).isNotEqualTo(of("v", List.of("天")));
    assertThat(of("w", List.of("天", "空"))).isEqualTo(of("w", List.of("空", "天", "空")));
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
      assertThat(
              PreparedFilling.fingerprint("w", one).equals(PreparedFilling.fingerprint("w", other)))
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
    return PreparedFilling.fingerprint(
        weights, new FillOptions(5, targets, CandidateKind.ANY, false));
  }
}
