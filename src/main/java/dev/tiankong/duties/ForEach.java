package dev.tiankong.duties;

import dev.tiankong.outage.Outage;
import java.util.List;
import java.util.function.Consumer;

/** Does a step of a duty for one thing after the other. */
public final class ForEach {

  private ForEach() {}

  /**
   * One that fails does not keep the others waiting; it fails the duty when all had their turn. An
   * outage is met by the next one as well, and ends it at once.
   */
  public static <T> void of(List<T> those, Consumer<T> step) {
    T first = null;
    Exception failure = null;
    int others = 0;
    for (T one : those) {
      try {
        step.accept(one);
      } catch (Exception e) {
        if (Outage.isBehind(e)) {
          throw e;
        }
        if (failure == null) {
          first = one;
          failure = e;
        } else {
          others++;
        }
      }
    }
    if (failure != null) {
      throw new PartialFailureException(first, others, failure);
    }
  }
}
