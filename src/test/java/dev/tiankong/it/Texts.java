package dev.tiankong.it;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What the tests submit. */
final class Texts {

  /** The tutorial's own, with its typo: the fourth has no mask. */
  static final List<String> TUTORIAL =
      List.of(
          "床前明月光，疑是地[MASK]霜。",
          "人生自古谁无死，留取丹心照汗[MASK]。",
          "山重水复疑无路，柳暗花明又一[MASK]。",
          "春风又[MACK]江南岸，明月何时照我还。",
          "海阔凭鱼跃，天高任鸟[MASK]。");

  static final String CAPITAL = "中国的首都是北[MASK]。";

  private static final AtomicInteger SERIES = new AtomicInteger();

  private Texts() {}

  /** Texts that nobody submitted before, so that no answer to them is known. */
  static List<String> fresh(int count) {
    int series = SERIES.getAndIncrement();
    return IntStream.range(0, count)
        .mapToObj(i -> "第%d次第%d个城市是北[MASK]。".formatted(series, i))
        .toList();
  }
}
