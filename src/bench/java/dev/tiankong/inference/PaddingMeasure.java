package dev.tiankong.inference;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of the input is padding. Nothing computes with it: {@code fill_mask.py} leaves it out.
 */
final class PaddingMeasure implements Measure {

  private static final int SENTENCES = 400;

  @Override
  public void run(Ground ground) throws IOException {
    long real = 0;
    long padded = 0;
    int groups = 0;
    for (List<TokenizedText> chunk : chunks(ground)) {
      for (List<TokenizedText> group : TokenBudget.groups(chunk)) {
        real += group.stream().mapToInt(TokenizedText::length).sum();
        padded += (long) group.size() * group.get(0).length();
        groups++;
      }
    }
    System.out.println(
        "%d sentences in %d groups: %d tokens; padded to %d, of which %.1f %% padding"
            .formatted(SENTENCES, groups, real, padded, 100.0 * (padded - real) / padded));
  }

  private static List<List<TokenizedText>> chunks(Ground ground) throws IOException {
    ModelDirectory model = ground.model();
    Vocabulary vocabulary = Vocabulary.read(model.tokenizer());
    List<List<TokenizedText>> chunks = new ArrayList<>();
    try (Tokenizer tokenizer = Tokenizer.load(model.tokenizer(), vocabulary)) {
      for (List<String> chunk : Workers.chunks(ground.sentences().subList(0, SENTENCES))) {
        chunks.add(chunk.stream().map(text -> tokenizer.tokenize(0, text)).toList());
      }
    }
    return chunks;
  }
}
