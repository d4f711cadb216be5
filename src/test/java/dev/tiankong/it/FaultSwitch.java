package dev.tiankong.it;

import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.FillOutcome;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.ModelCatalogue;
import dev.tiankong.wording.Sentence;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Travels in the tested WAR and makes every model fail at marked texts. */
@Decorator
@Priority(1)
public abstract class FaultSwitch implements ModelCatalogue {

  /** Every attempt at a chunk with such a text fails. */
  static final String ALWAYS = "总是失败";

  /** The first two attempts fail. */
  static final String TWICE = "失败两次";

  /** The worker's JVM is gone, like after a fault in native code. */
  static final String HALT = "停机";

  /** The heap is not enough for the text. */
  static final String EXHAUST = "耗尽内存";

  /** So many attempts fail that the text is given up once. */
  static final String FIVE_TIMES = "失败五次";

  /** Every attempt fails with a message of two lines, of which the second looks like the log's. */
  static final String FORGE = "伪造日志";

  static final String FORGED = "2026-01-01 00:00:00,000 ERROR [forged] (x) y";

  private static final AtomicInteger FAILURES = new AtomicInteger();
  private static final AtomicInteger FAILURES_OF_FIVE = new AtomicInteger();

  @Inject @Delegate ModelCatalogue models;

  @Override
  public MaskFiller get(String name) {
    return new Faulty(models.get(name));
  }

  private record Faulty(MaskFiller model) implements MaskFiller {

    @Override
    public String digest() {
      return model.digest();
    }

    @Override
    public Map<String, Integer> tokenIds(Set<String> tokens) {
      return model.tokenIds(tokens);
    }

    @Override
    public Optional<Sentence> refuse(FillOptions options) {
      return model.refuse(options);
    }

    @Override
    public Optional<FillOutcome.Refused> refuse(String text, FillOptions options) {
      return model.refuse(text, options);
    }

    @Override
    public int cost(String text, FillOptions options) {
      return model.cost(text, options);
    }

    @Override
    public List<FillOutcome> fill(List<String> texts, FillOptions options) {
      if (holds(texts, ALWAYS)
          || holds(texts, TWICE) && FAILURES.getAndIncrement() < 2
          || holds(texts, FIVE_TIMES) && FAILURES_OF_FIVE.getAndIncrement() < 5) {
        throw new IllegalStateException("The engine broke down");
      }
      if (holds(texts, FORGE)) {
        throw new IllegalStateException(
            "The engine broke down\n" + FORGED, new IllegalArgumentException("\r\n" + FORGED));
      }
      if (holds(texts, HALT)) {
        Runtime.getRuntime().halt(1);
      }
      if (holds(texts, EXHAUST)) {
        exhaustMemory();
      }
      return model.fill(texts, options);
    }

    private static void exhaustMemory() {
      List<long[]> hoard = new ArrayList<>();
      while (true) {
        hoard.add(new long[1_000_000]);
      }
    }

    private static boolean holds(List<String> texts, String mark) {
      return texts.stream().anyMatch(text -> text.contains(mark));
    }
  }
}
