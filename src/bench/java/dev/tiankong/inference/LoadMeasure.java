package dev.tiankong.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How long a model takes from its directory into memory, the files being in the disk cache. */
final class LoadMeasure implements Measure {

  private static final int ROUNDS = 5;

  @Override
  public void run(Ground ground) throws IOException {
    ModelDirectory model = ground.model();
    System.out.println(
        "the first model of the process, with libtorch   %.2f s"
            .formatted(load(ground, PrecisionChoice.AUTO).seconds()));
    for (Precision precision : model.card().weights().keySet()) {
      List<Took> all = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        all.add(load(ground, precision.label()));
      }
      System.out.println(
          "another in %s, median of %d   %.2f s"
              .formatted(precision.label(), ROUNDS, Took.median(all, Took::seconds)));
    }
  }

  private static Took load(Ground ground, String precision) throws IOException {
    return Took.by(() -> ground.load(precision).close());
  }
}
