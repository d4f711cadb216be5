package dev.tiankong.inference;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts a second, against Hugging Face's pipeline on the same weights, sentences and cores. All
 * take turns, so that whatever else the machine does falls on all of them.
 */
final class EngineMeasure implements Measure {

  private static final int SENTENCES = 400;
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

  @Override
  public void run(Ground ground) throws IOException {
    List<String> sentences = ground.sentences().subList(0, SENTENCES);
    Map<String, DjlMaskFiller> engines = new LinkedHashMap<>();
    for (Precision precision : ground.model().card().weights().keySet()) {
      engines.put(precision.label(), ground.load(precision.label()));
    }
    try (Peer peer = ground.peer(sentences);
        Workers workers = new Workers()) {
      Map<String, Turn> turns = new LinkedHashMap<>();
      engines.forEach(
          (name, engine) ->
              turns.put(name, () -> Seconds.of(() -> workers.fill(engine, sentences))));
      turns.put("peer, one by one", () -> peer.seconds(1));
      turns.put("peer, by 32", () -> peer.seconds(32));
      report(takeTurns(turns));
    } finally {
      engines.values().forEach(DjlMaskFiller::close);
    }
  }

  /** Says how long it took. */
  private interface Turn {
    double take() throws IOException;
  }

  private static Map<String, Seconds> takeTurns(Map<String, Turn> turns) throws IOException {
    for (Turn warmUp : turns.values()) {
      warmUp.take();
    }
    Map<String, Seconds> seconds = new LinkedHashMap<>();
    for (int round = 1; round <= ROUNDS; round++) {
      StringBuilder line = new StringBuilder("round " + round);
      for (var turn : turns.entrySet()) {
        double took = turn.getValue().take();
        seconds.computeIfAbsent(turn.getKey(), name -> new Seconds()).add(took);
        line.append("   %s %.1f/s".formatted(turn.getKey(), SENTENCES / took));
      }
      System.out.println(line);
    }
    return seconds;
  }

  private static void report(Map<String, Seconds> seconds) {
    double single = seconds.get("peer, one by one").median();
    double batched = seconds.get("peer, by 32").median();
    System.out.println("Medians of %d rounds:".formatted(ROUNDS));
    seconds.forEach(
        (name, took) ->
            System.out.println(
                "%-18s %6.1f texts/s   %4.1f times one by one   %4.1f times by 32"
                    .formatted(
                        name,
                        SENTENCES / took.median(),
                        single / took.median(),
                        batched / took.median())));
  }
}
