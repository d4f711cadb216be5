package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.List;

/** How long the same thing took, each time. */
final class Seconds {

  private static final double NANOSECONDS = 1e9;

  private final List<Double> all = new ArrayList<>();

  /** Something that takes time. */
  interface Step {
    void run() throws java.io.IOException;
  }

  static double of(Step step) throws java.io.IOException {
    long start = System.nanoTime();
    step.run();
    return (System.nanoTime() - start) / NANOSECONDS;
  }

  double add(double seconds) {
    all.add(seconds);
    return seconds;
  }

  double median() {
    List<Double> sorted = all.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
