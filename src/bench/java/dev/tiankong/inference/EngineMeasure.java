package dev.tiankong.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Texts a second, against Hugging Face's pipeline on the same weights, sentences and cores. All
 * take turns, so that whatever else the machine does falls on all of them.
 */
final class EngineMeasure implements Measure {

  private static final int ROUNDS = 3;
  private static final String ONE_BY_ONE = "peer, one by one";
  private static final String BY_32 = "peer, by 32";

  private final int cores;
  private final int number;
  private final String unit;
  private final ToDoubleFunction<Took> measured;

  private EngineMeasure(int cores, int number, String unit, ToDoubleFunction<Took> measured) {
    this.cores = cores;
    this.number = number;
    this.unit = unit;
    this.measured = measured;
  }

  /** What people wait for. Only a quiet machine gives true ratios. */
  static EngineMeasure byTheClock() {
    return new EngineMeasure(Ground.CORES, 400, "texts a second", Took::seconds);
  }

  /**
   * What the processor does, each side on one thread, for a machine that others use. It flatters
   * the peer, whose second thread is taken to double its speed.
   */
  static EngineMeasure byTheProcessor() {
    return new EngineMeasure(
        1, 128, "texts a second of one core's processor time", Took::processor);
  }

  @Override
  public void run(Ground ground) throws IOException {
    List<String> sentences = ground.sentences().subList(0, number);
    Map<String, DjlMaskFiller> engines = new LinkedHashMap<>();
    for (String precision : List.of(PrecisionChoice.AUTO, Precision.INT8.label())) {
      engines.put(precision, ground.load(precision));
    }
    try (Peer peer = ground.peer(sentences);
        Workers workers = new Workers(cores)) {
      peer.compute(cores);
      Map<String, Turn> turns = new LinkedHashMap<>();
      engines.forEach(
          (name, engine) -> turns.put(name, () -> Took.by(() -> workers.fill(engine, sentences))));
      turns.put(ONE_BY_ONE, () -> peer.fill(1));
      turns.put(BY_32, () -> peer.fill(32));
      report(takeTurns(turns));
    } finally {
      engines.values().forEach(DjlMaskFiller::close);
    }
  }

  private interface Turn {
    Took take() throws IOException;
  }

  private Map<String, List<Took>> takeTurns(Map<String, Turn> turns) throws IOException {
    Map<String, List<Took>> all = new LinkedHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      StringBuilder line = new StringBuilder("round " + round);
      for (var turn : turns.entrySet()) {
        Took took = turn.getValue().take();
        all.computeIfAbsent(turn.getKey(), name -> new ArrayList<>()).add(took);
        line.append("   %s %.1f/s".formatted(turn.getKey(), number / measured.applyAsDouble(took)));
      }
      System.out.println(line);
    }
    return all;
  }

  private void report(Map<String, List<Took>> all) {
    double single = Took.median(all.get(ONE_BY_ONE), measured);
    double batched = Took.median(all.get(BY_32), measured);
    System.out.println("Medians of %d rounds, %s:".formatted(ROUNDS, unit));
    all.forEach(
        (name, took) -> {
          double seconds = Took.median(took, measured);
          System.out.println(
              "%-18s %6.1f   %5.1f times one by one   %5.1f times by 32"
                  .formatted(name, number / seconds, single / seconds, batched / seconds));
        });
  }
}
