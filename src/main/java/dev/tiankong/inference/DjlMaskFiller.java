package dev.tiankong.inference;

import dev.tiankong.wording.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/** Fills masks with a BERT that runs in libtorch. */
final class DjlMaskFiller implements MaskFiller, AutoCloseable {

  private final ModelCard card;
  private final String digest;
  private final Vocabulary vocabulary;
  private final Tokenizer tokenizer;
  private final NeuralNetwork network;
  private final Chooser chooser;
  private final Wording wording;

  private DjlMaskFiller(
      ModelCard card,
      String digest,
      Vocabulary vocabulary,
      Tokenizer tokenizer,
      NeuralNetwork network) {
    this.card = card;
    this.digest = digest;
    this.vocabulary = vocabulary;
    this.tokenizer = tokenizer;
    this.network = network;
    this.chooser = new Chooser(vocabulary, tokenizer);
    this.wording = new Wording(vocabulary);
  }

  /**
   * @param passes hears of each run of the network
   */
  static DjlMaskFiller load(
      ModelDirectory directory, PrecisionChoice choice, Consumer<ForwardPass> passes)
      throws IOException {
    ModelCard card = directory.card();
    return load(directory, card, choice.among(card.weights()), passes);
  }

  static DjlMaskFiller load(ModelDirectory directory, ModelCard card, Precision precision)
      throws IOException {
    return load(directory, card, precision, pass -> {});
  }

  private static DjlMaskFiller load(
      ModelDirectory directory, ModelCard card, Precision precision, Consumer<ForwardPass> passes)
      throws IOException {
    Path weights = directory.weights(precision);
    long expected = card.weights().get(precision).bytes();
    if (Files.size(weights) != expected) {
      throw new IOException(
          "%s has %d bytes instead of %d: import the model again."
              .formatted(weights, Files.size(weights), expected));
    }
    Vocabulary vocabulary = Vocabulary.read(directory.tokenizer());
    NeuralNetwork network = NeuralNetwork.load(weights, passes);
    try {
      Tokenizer tokenizer = Tokenizer.load(directory.tokenizer(), vocabulary);
      String digest =
          DigestUtils.sha256Hex(
              card.weights().get(precision).sha256()
                  + DigestUtils.sha256Hex(Files.readAllBytes(directory.tokenizer())));
      return new DjlMaskFiller(card, digest, vocabulary, tokenizer, network);
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  @Override
  public String digest() {
    return digest;
  }

  @Override
  public Map<String, Integer> tokenIds(Set<String> tokens) {
    return tokens.stream()
        .collect(
            Collectors.toMap(Function.identity(), token -> vocabulary.id(token).orElseThrow()));
  }

  @Override
  public Optional<Sentence> refuse(FillOptions options) {
    return chooser.refuse(options);
  }

  @Override
  public Optional<FillOutcome.Refused> refuse(String text, FillOptions options) {
    return Refusals.of(text, options);
  }

  @Override
  public int cost(String text, FillOptions options) {
    return TokenBudget.cost(text, options);
  }

  @Override
  public List<FillOutcome> fill(List<String> texts, FillOptions options) {
    CandidateFilter choice = chooser.choice(options);
    FillOutcome[] outcomes = new FillOutcome[texts.size()];
    List<TokenizedText> fillable = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = refuse(texts.get(i), options).orElse(null);
      if (outcomes[i] == null) {
        TokenizedText text = tokenizer.tokenize(i, Blanks.in(texts.get(i), options).masked());
        outcomes[i] = Refusals.of(text).or(() -> choice.refuse(text)).orElse(null);
        fillable.add(text);
      }
    }
    fillable.removeIf(text -> outcomes[text.index()] != null);
    Predictor predictor = new Predictor(network, card.maxTokens(), choice);
    List<List<Ranking>> predictions = predictor.predict(fillable);
    var fillings =
        new JointDecoder(predictor::predict, choice, options).decode(fillable, predictions);
    for (int i = 0; i < fillable.size(); i++) {
      int index = fillable.get(i).index();
      outcomes[index] =
          wording.filled(
              Blanks.in(texts.get(index), options),
              predictions.get(i).stream().map(choice::alone).toList(),
              fillings.getOrDefault(i, List.of()));
    }
    return Arrays.asList(outcomes);
  }

  @Override
  public void close() {
    network.close();
    tokenizer.close();
  }
}
