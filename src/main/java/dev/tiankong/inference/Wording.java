package dev.tiankong.inference;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Says in words what the network answers in token ids. */
record Wording(Vocabulary vocabulary) {

  FillOutcome.Filled filled(Blanks blanks, List<Ranking> candidates, List<Hypothesis> fillings) {
    int[] positions = blanks.positions();
    int[] lengths = blanks.lengths();
    return new FillOutcome.Filled(
        IntStream.range(0, positions.length)
            .mapToObj(i -> new FilledMask(positions[i], lengths[i], candidates(candidates.get(i))))
            .toList(),
        fillings.stream().map(filling -> filling(blanks, filling)).toList());
  }

  private List<Candidate> candidates(Ranking ranking) {
    return IntStream.range(0, ranking.size())
        .mapToObj(i -> new Candidate(token(ranking.ids()[i]), ranking.probabilities()[i]))
        .toList();
  }

  private Filling filling(Blanks blanks, Hypothesis complete) {
    List<String> tokens = LongStream.of(complete.tokens()).mapToObj(this::token).toList();
    float score = (float) Math.exp(complete.logProbability());
    return new Filling(tokens, blanks.fill(tokens), score);
  }

  private String token(long id) {
    return vocabulary.token((int) id);
  }
}
