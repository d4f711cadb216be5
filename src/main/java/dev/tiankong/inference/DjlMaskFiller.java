package dev.tiankong.inference;

import dev.tiankong.inference.Network.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Fills masks with a BERT that runs in libtorch. */
final class DjlMaskFiller implements MaskFiller, AutoCloseable {

  private final ModelCard card;
  private final Vocabulary vocabulary;
  private final Tokenizer tokenizer;
  private final Network network;

  private DjlMaskFiller(
      ModelCard card, Vocabulary vocabulary, Tokenizer tokenizer, Network network) {
    this.card = card;
    this.vocabulary = vocabulary;
    this.tokenizer = tokenizer;
    this.network = network;
  }

  static DjlMaskFiller load(ModelDirectory directory) throws IOException {
    ModelCard card = directory.card();
    long bytes = Files.size(directory.weights());
    if (bytes != card.weights().bytes()) {
      throw new IOException(
          "%s has %d bytes instead of %d: import the model again."
              .formatted(directory.weights(), bytes, card.weights().bytes()));
    }
    Vocabulary vocabulary = Vocabulary.read(directory.tokenizer());
    Network network = Network.load(directory.weights());
    try {
      Tokenizer tokenizer = Tokenizer.load(directory.tokenizer(), vocabulary);
      return new DjlMaskFiller(card, vocabulary, tokenizer, network);
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public Optional<String> refuse(FillOptions options) {
    return Optional.empty();
  }

  @Override
  public Optional<Outcome.Refused> refuse(String text, FillOptions options) {
    return Refusals.of(text);
  }

  @Override
  public int cost(String text, FillOptions options) {
    return TokenBudget.cost(text);
  }

  @Override
  public List<Outcome> fill(List<String> texts, FillOptions options) {
    if (!options.equals(FillOptions.top(options.topK()))) {
      throw new UnsupportedOperationException("Only topK can be chosen so far");
    }
    Outcome[] outcomes = new Outcome[texts.size()];
    List<TokenizedText> fillable = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = refuse(texts.get(i), options).orElse(null);
      if (outcomes[i] == null) {
        TokenizedText text = tokenizer.tokenize(i, texts.get(i));
        if (text.length() > card.maxTokens()) {
          outcomes[i] = Refusals.tooLong(text.length(), card.maxTokens());
        } else {
          fillable.add(text);
        }
      }
    }
    for (List<TokenizedText> group : TokenBudget.groups(fillable)) {
      fill(group, options.topK(), texts, outcomes);
    }
    return Arrays.asList(outcomes);
  }

  private void fill(List<TokenizedText> group, int topK, List<String> texts, Outcome[] outcomes) {
    Ranking ranking = network.rank(group, topK);
    int row = 0;
    for (TokenizedText text : group) {
      List<FilledMask> masks = new ArrayList<>();
      for (int position : MaskPositions.in(texts.get(text.index()))) {
        masks.add(new FilledMask(position, candidates(ranking, row++)));
      }
      outcomes[text.index()] = new Outcome.Filled(masks, List.of());
    }
  }

  private List<Candidate> candidates(Ranking ranking, int row) {
    List<Candidate> candidates = new ArrayList<>(ranking.width());
    for (int i = row * ranking.width(); i < (row + 1) * ranking.width(); i++) {
      String token = vocabulary.token((int) ranking.ids()[i]);
      candidates.add(new Candidate(token, ranking.probabilities()[i]));
    }
    return candidates;
  }

  @Override
  public void close() {
    network.close();
    tokenizer.close();
  }
}
