package dev.tiankong.inference;

import java.io.IOException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What the parts of a filling take, each alone, by JMH. */
final class PartsMeasure implements Measure {

  @Override
  public void run(Ground ground) throws IOException {
    // Imported here rather than while JMH counts.
    ground.model();
    Options parts = new OptionsBuilder().include("\\.(Words|Forward)Benchmark\\.").build();
    try {
      new Runner(parts).run();
    } catch (RunnerException e) {
      throw new IOException(e);
    }
  }
}
