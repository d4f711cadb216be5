package dev.tiankong.inference;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** How far fp32 answers are from Hugging Face's, on every sentence. */
final class ParityMeasure implements Measure {

  // So many more that enough are left without those that are never offered.
  private static final int PEERS_BEST = 300;

  private static final int USUAL = 5;

  @Override
  public void run(Ground ground) throws IOException {
    List<String> sentences = ground.sentences();
    Vocabulary vocabulary = Vocabulary.read(ground.model().tokenizer());
    try (DjlMaskFiller engine = ground.load(Precision.FP32.label());
        Peer peer = ground.peer(sentences)) {
      List<FillOutcome> ours = engine.fill(sentences, FillOptions.top(MaskFiller.MAX_TOP_K));
      JsonArray theirs = peer.answers(PEERS_BEST);
      double furthest = 0;
      int sameBest = 0;
      int sameAll = 0;
      for (int i = 0; i < sentences.size(); i++) {
        List<Candidate> our = ((FillOutcome.Filled) ours.get(i)).masks().get(0).candidates();
        List<Candidate> their = candidates(theirs.getJsonObject(i), vocabulary);
        furthest = Math.max(furthest, furthest(our, their));
        int same = same(our, their);
        sameBest += same >= USUAL ? 1 : 0;
        sameAll += same == our.size() ? 1 : 0;
      }
      System.out.println(
          """
          %d sentences, %d candidates each
          largest difference of a score   %.1e
          same order of the first %d       %d sentences
          same order of all               %d sentences"""
              .formatted(
                  sentences.size(), MaskFiller.MAX_TOP_K, furthest, USUAL, sameBest, sameAll));
    }
  }

  private static List<Candidate> candidates(JsonObject answer, Vocabulary vocabulary) {
    JsonArray ids = answer.getJsonArray("ids");
    JsonArray scores = answer.getJsonArray("scores");
    return java.util.stream.IntStream.range(0, ids.size())
        .filter(i -> vocabulary.offerable(ids.getInt(i)))
        .limit(MaskFiller.MAX_TOP_K)
        .mapToObj(
            i ->
                new Candidate(
                    vocabulary.token(ids.getInt(i)), (float) scores.getJsonNumber(i).doubleValue()))
        .toList();
  }

  /** Rank by rank: where two candidates change places, their scores are as good as equal. */
  private static double furthest(List<Candidate> ours, List<Candidate> theirs) {
    double furthest = ours.size() == theirs.size() ? 0 : 1;
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      furthest = Math.max(furthest, Math.abs(ours.get(i).score() - theirs.get(i).score()));
    }
    return furthest;
  }

  private static int same(List<Candidate> ours, List<Candidate> theirs) {
    int same = 0;
    while (same < Math.min(ours.size(), theirs.size())
        && ours.get(same).token().equals(theirs.get(same).token())) {
      same++;
    }
    return same;
  }
}
