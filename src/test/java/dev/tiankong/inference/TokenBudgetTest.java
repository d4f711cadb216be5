package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TokenBudgetTest {

  @Test
  void should_keep_the_padded_size_of_a_group_to_the_budget() {
    List<TokenizedText> texts =
        IntStream.range(0, 200).mapToObj(i -> text(i, 3 + i * 7 % 100)).toList();
    var groups = TokenBudget.groups(texts);
    assertThat(groups)
        .allSatisfy(group -> assertThat(group.size() * longest(group)).isLessThanOrEqualTo(1024));
    assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(texts);
    assertThat(groups).hasSizeLessThan(20);
  }

  @Test
  void should_leave_little_padding_in_a_group_that_is_worth_a_pass() {
    var groups = TokenBudget.groups(IntStream.range(0, 60).mapToObj(i -> text(i, 60 + i)).toList());
    assertThat(groups)
        .hasSizeGreaterThan(4)
        .allSatisfy(group -> assertThat(padding(group)).isLessThan(0.08));
  }

  @Test
  void should_rather_pad_than_read_the_weights_for_few_tokens() {
    var groups = TokenBudget.groups(List.of(text(0, 60), text(1, 40), text(2, 20), text(3, 10)));
    assertThat(groups).hasSize(1);
  }

  @Test
  void should_put_the_longest_text_first() {
    var groups = TokenBudget.groups(List.of(text(0, 3), text(1, 9), text(2, 5)));
    assertThat(groups).singleElement().extracting(group -> group.get(0).index()).isEqualTo(1);
  }

  @Test
  void should_give_a_text_beyond_the_budget_a_group_of_its_own() {
    assertThat(TokenBudget.groups(List.of(text(0, 2000), text(1, 3)))).hasSize(2);
    assertThat(TokenBudget.groups(List.of())).isEmpty();
  }

  @Test
  void should_count_how_often_a_text_is_read() {
    FillOptions three = FillOptions.top(3);
    assertThat(TokenBudget.cost("", three)).isEqualTo(2);
    assertThat(TokenBudget.cost("中国[MASK]。", three)).isEqualTo(6);
    // The second mask is filled for each of the best five of the first, however many are wanted.
    assertThat(TokenBudget.cost("中[MASK][MASK]。", three)).isEqualTo(6 * 6);
    assertThat(TokenBudget.cost("中[MASK][MASK]。", FillOptions.top(50))).isEqualTo(6 * 6);
    assertThat(TokenBudget.cost("[MASK]".repeat(9), three)).isEqualTo(11);
    assertThat(TokenBudget.cost("长".repeat(5000) + "[MASK]", three)).isEqualTo(512);
    assertThat(TokenBudget.cost("长".repeat(5000) + "[MASK]".repeat(500), three))
        .isEqualTo(512 * 22);
  }

  @Test
  void should_count_what_targets_cost() {
    assertThat(TokenBudget.cost("中[MASK][MASK]。", targets(3))).isEqualTo(6 * (1 + 6));
    assertThat(TokenBudget.cost("中[MASK][MASK][MASK]。", targets(3))).isEqualTo(7 * (1 + 6 + 36));
    assertThat(TokenBudget.cost("中[MASK][MASK]。", targets(60))).isEqualTo(6 * (1 + 100));
    assertThat(TokenBudget.cost("中[MASK][MASK]。", targets(500))).isEqualTo(6 * (1 + 500));
    assertThat(TokenBudget.cost("长".repeat(508) + "[MASK][MASK]", targets(500)))
        .isEqualTo(512 + (1 << 17));
  }

  private static FillOptions targets(int number) {
    List<String> targets = IntStream.range(0, number).mapToObj(Integer::toString).toList();
    return new FillOptions(1, targets, CandidateKind.ANY, false);
  }

  @Test
  void should_count_a_loose_blank_as_one_token() {
    FillOptions loose = new FillOptions(1, List.of(), CandidateKind.ANY, true);
    assertThat(TokenBudget.cost("中国______。", loose)).isEqualTo(6);
  }

  private static int longest(List<TokenizedText> group) {
    return Stream.of(group).flatMap(List::stream).mapToInt(TokenizedText::length).max().orElse(0);
  }

  private static double padding(List<TokenizedText> group) {
    int tokens = group.stream().mapToInt(TokenizedText::length).sum();
    return 1 - (double) tokens / (group.size() * longest(group));
  }

  private static TokenizedText text(int index, int length) {
    return new TokenizedText(index, new long[length], new int[] {1});
  }
}
