package dev.tiankong.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  static DjlMaskFiller load(ModelDirectory directory, PrecisionChoice choice) throws IOException {
    ModelCard card = directory.card();
    return load(directory, card, choice.among(card.weights()));
  }

  static DjlMaskFiller load(ModelDirectory directory, ModelCard card, Precision precision)
      throws IOException {
    Path weights = directory.weights(precision);
    long expected = card.weights().get(precision).bytes();
    if (Files.size(weights) != expected) {
      throw new IOException(
          "%s has %d bytes instead of %d: import the model again."
              .formatted(weights, Files.size(weights), expected));
    }
    Vocabulary vocabulary = Vocabulary.read(directory.tokenizer());
    Network network = Network.load(weights);
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
    return TokenBudget.cost(text, options);
  }

  @Override
  public List<Outcome> fill(List<String> texts, FillOptions options) {
    if (!options.equals(FillOptions.top(options.topK()))) {
      throw new UnsupportedOperationException("Only topK can be chosen so far");
    }
    Outcome[] outcomes = new Outcome[texts.size()];
    List<TokenizedText> fillable = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      TokenizedText text = tokenizer.tokenize(i, texts.get(i));
      outcomes[i] = refuse(texts.get(i), options).or(() -> Refusals.of(text)).orElse(null);
      if (outcomes[i] == null) {
        fillable.add(text);
      }
    }
    Predictor predictor = new Predictor(network, card.maxTokens(), options.topK());
    List<List<Ranking>> predictions = predictor.predict(fillable);
    var fillings = new JointDecoder(predictor, options.topK()).decode(fillable, predictions);
    Wording wording = new Wording(vocabulary);
    for (int i = 0; i < fillable.size(); i++) {
      int index = fillable.get(i).index();
      Blanks blanks = Blanks.in(texts.get(index), options);
      outcomes[index] =
          wording.filled(blanks, predictions.get(i), fillings.getOrDefault(i, List.of()));
    }
    return Arrays.asList(outcomes);
  }

  @Override
  public void close() {
    network.close();
    tokenizer.close();
  }
}
