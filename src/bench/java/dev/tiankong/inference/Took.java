package dev.tiankong.inference;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long something took.
 *
 * @param seconds by the clock on the wall
 * @param processor seconds that all threads of its process were computing
 */
record Took(double seconds, double processor) {

  private static final double NANOSECONDS = 1e9;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Something that takes time. */
  interface Step {
    void run() throws IOException;
  }

  static Took by(Step step) throws IOException {
    long start = System.nanoTime();
    long before = SYSTEM.getProcessCpuTime();
    step.run();
    return new Took(
        (System.nanoTime() - start) / NANOSECONDS,
        (SYSTEM.getProcessCpuTime() - before) / NANOSECONDS);
  }

  /** The upper one of the middle two if there is an even number. */
  static double median(List<Took> all, ToDoubleFunction<Took> measured) {
    double[] sorted = all.stream().mapToDouble(measured).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
