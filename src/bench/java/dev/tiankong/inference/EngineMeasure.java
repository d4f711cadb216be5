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

  private static final int SENTENCES = 400;
  private static final int ROUNDS = 3;
  private static final String ONE_BY_ONE = "peer, one by one";
  private static final String BY_32 = "peer, by 32";

  @Override
  public void run(Ground ground) throws IOException {
    List<String> sentences = ground.sentences().subList(0, SENTENCES);
    Map<String, DjlMaskFiller> engines = new LinkedHashMap<>();
    for (String precision : List.of(PrecisionChoice.AUTO, Precision.INT8.label())) {
      engines.put(precision, ground.load(precision));
    }
    try (Peer peer = ground.peer(sentences);
        Workers workers = new Workers()) {
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

  private static Map<String, List<Took>> takeTurns(Map<String, Turn> turns) throws IOException {
    Map<String, List<Took>> all = new LinkedHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      StringBuilder line = new StringBuilder("round " + round);
      for (var turn : turns.entrySet()) {
        Took took = turn.getValue().take();
        all.computeIfAbsent(turn.getKey(), name -> new ArrayList<>()).add(took);
        line.append("   %s %.1f/s".formatted(turn.getKey(), SENTENCES / took.seconds()));
      }
      System.out.println(line);
    }
    return all;
  }

  private static void report(Map<String, List<Took>> all) {
    System.out.println("Medians of %d rounds".formatted(ROUNDS));
    report("texts a second", all, Took::seconds);
    report("texts a second of processor time", all, Took::processor);
  }

  private static void report(
      String unit, Map<String, List<Took>> all, ToDoubleFunction<Took> measured) {
    double single = Took.median(all.get(ONE_BY_ONE), measured);
    double batched = Took.median(all.get(BY_32), measured);
    System.out.println(unit);
    all.forEach(
        (name, took) -> {
          double seconds = Took.median(took, measured);
          System.out.println(
              "  %-18s %6.1f   %5.1f times one by one   %5.1f times by 32"
                  .formatted(name, SENTENCES / seconds, single / seconds, batched / seconds));
        });
  }
}
