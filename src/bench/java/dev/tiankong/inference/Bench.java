package dev.tiankong.inference;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The command line of the benchmarks: the name of one measure. */
final class Bench {

  private static final Map<String, Measure> MEASURES =
      new TreeMap<>(
          Map.of(
              "engine", EngineMeasure.byTheClock(),
              "end-to-end", new EndToEndMeasure(),
              "processor", EngineMeasure.byTheProcessor(),
              "parity", new ParityMeasure(),
              "memory", new MemoryMeasure(),
              "load", new LoadMeasure(),
              "padding", new PaddingMeasure(),
              "parts", new PartsMeasure()));

  private Bench() {}

  public static void main(String[] arguments) throws IOException {
    Measure measure = MEASURES.get(arguments.length == 0 ? "" : arguments[0]);
    if (measure == null) {
      System.err.println("Say what to measure: " + String.join(", ", MEASURES.keySet()));
      System.exit(2);
    }
    measure.run(Ground.local());
  }
}
