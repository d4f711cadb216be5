package dev.tiankong.inference;

import java.io.IOException;

/** How long a model takes from its directory into memory, the files being in the disk cache. */
final class LoadMeasure implements Measure {

  private static final int ROUNDS = 5;

  @Override
  public void run(Ground ground) throws IOException {
    ModelDirectory model = ground.model();
    System.out.println(
        "the first model of the process, with libtorch   %.2f s"
            .formatted(load(ground, PrecisionChoice.AUTO)));
    for (Precision precision : model.card().weights().keySet()) {
      Seconds seconds = new Seconds();
      for (int round = 0; round < ROUNDS; round++) {
        seconds.add(load(ground, precision.label()));
      }
      System.out.println(
          "another in %s, median of %d   %.2f s"
              .formatted(precision.label(), ROUNDS, seconds.median()));
    }
  }

  private static double load(Ground ground, String precision) throws IOException {
    return Seconds.of(() -> ground.load(precision).close());
  }
}
