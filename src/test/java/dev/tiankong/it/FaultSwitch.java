package dev.tiankong.it;

import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.Outcome;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Travels in the tested WAR and makes the model fail at marked texts. */
@Decorator
@Priority(1)
public abstract class FaultSwitch implements MaskFiller {

  /** Every attempt at a chunk with such a text fails. */
  static final String ALWAYS = "总是失败";

  /** The first two attempts fail. */
  static final String TWICE = "失败两次";

  private static final AtomicInteger FAILURES = new AtomicInteger();

  @Inject @Delegate MaskFiller model;

  @Override
  public List<Outcome> fill(List<String> texts, int topK) {
    if (holds(texts, ALWAYS) || holds(texts, TWICE) && FAILURES.getAndIncrement() < 2) {
      throw new IllegalStateException("The engine broke down");
    }
    return model.fill(texts, topK);
  }

  private static boolean holds(List<String> texts, String mark) {
    return texts.stream().anyMatch(text -> text.contains(mark));
  }
}
