package dev.tiankong.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowsTest {

  private static final int MOST = 12;
  private static final long START = -1;
  private static final long END = -2;

  @Test
  void should_leave_a_text_alone_that_fits() {
    TokenizedText text = text(MOST, 1, 5, 10);
    assertThat(Windows.of(text, MOST)).containsExactly(text);
  }

  @Test
  void should_have_as_much_context_to_the_left_as_to_the_right() {
    assertWindow(window(text(40, 20)), 15, 6);
  }

  @Test
  void should_take_from_the_other_side_what_one_side_lacks() {
    assertWindow(window(text(40, 1)), 1, 1);
    assertWindow(window(text(40, 3)), 1, 3);
    assertWindow(window(text(40, 38)), 29, 10);
    assertWindow(window(text(MOST + 1, 6)), 1, 6);
  }

  @Test
  void should_share_a_window_between_masks_within_half_of_it() {
    assertWindow(window(text(40, 20, 22, 24)), 17, 4, 6, 8);
    assertThat(Windows.of(text(40, 20, 25), MOST)).hasSize(2);
  }

  @Test
  void should_give_each_mask_a_quarter_of_context_whatever_the_text() {
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      int length = MOST + 1 + random.nextInt(60);
      int[] masks = random.ints(1 + random.nextInt(9), 1, length - 1).distinct().sorted().toArray();
      List<TokenizedText> windows = Windows.of(text(length, masks), MOST);
      // Each token is its own place in the text, so that a mask says where it comes from.
      assertThat(windows.stream().flatMapToLong(WindowsTest::atMasks))
          .containsExactlyElementsOf(Arrays.stream(masks).mapToLong(m -> m).boxed().toList());
      assertThat(windows).allSatisfy(window -> assertContext(window, length));
    }
  }

  private static void assertContext(TokenizedText window, int length) {
    assertThat(window.length()).isEqualTo(MOST);
    long first = window.ids()[1];
    long last = window.ids()[MOST - 2];
    assertThat(window.ids()).startsWith(START).endsWith(END);
    assertThat(Arrays.copyOfRange(window.ids(), 1, MOST - 1))
        .containsExactly(LongStream.rangeClosed(first, last).toArray());
    for (int mask : window.masks()) {
      assertThat(mask - 1).isGreaterThanOrEqualTo(first == 1 ? 0 : 2);
      assertThat(MOST - 2 - mask).isGreaterThanOrEqualTo(last == length - 2 ? 0 : 2);
    }
  }

  private static void assertWindow(TokenizedText window, long first, int... masks) {
    assertThat(window.ids())
        .containsExactly(
            LongStream.concat(
                    LongStream.concat(
                        LongStream.of(START), LongStream.range(first, first + MOST - 2)),
                    LongStream.of(END))
                .toArray());
    assertThat(window.masks()).containsExactly(masks);
  }

  private static TokenizedText window(TokenizedText text) {
    List<TokenizedText> windows = Windows.of(text, MOST);
    assertThat(windows).hasSize(1);
    return windows.get(0);
  }

  private static LongStream atMasks(TokenizedText window) {
    return IntStream.of(window.masks()).mapToLong(mask -> window.ids()[mask]);
  }

  private static TokenizedText text(int length, int... masks) {
    long[] ids = LongStream.range(0, length).toArray();
    ids[0] = START;
    ids[length - 1] = END;
    return new TokenizedText(0, ids, masks);
  }
}
