package dev.tiankong.inference;

import dev.tiankong.wording.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A masked language model. Safe for concurrent use; each call computes on its own thread. */
public interface MaskFiller {

  /** What marks a blank in a text. */
  String MASK = "[MASK]";

  /** The most candidates that can be asked for. */
  int MAX_TOP_K = 1000;

  /** SHA-256 of the weights and the tokenizer, in hexadecimal: equal for equal answers. */
  String digest();

  /** The vocabulary's numbers for candidates of this model. */
  Map<String, Integer> tokenIds(Set<String> tokens);

  /**
   * Why this model can fill no text at all so, for people: names the targets that its vocabulary
   * cannot write.
   */
  Optional<Sentence> refuse(FillOptions options);

  /** Why {@code text} can never be filled, as far as can be told without tokenizing it. */
  Optional<FillOutcome.Refused> refuse(String text, FillOptions options);

  /**
   * About the work that {@code text} makes, in tokens read by the network; cheap enough for a
   * million texts a request.
   */
  int cost(String text, FillOptions options);

  /**
   * Fills every mask of every text, each for itself and, where a text has several, all together.
   *
   * <p>Together are filled 2 to 8 masks; a text with more gets no fillings. Which candidates and
   * fillings come first does not depend on how many are asked for.
   *
   * <p>Targets of one token are candidates for each mask; longer ones are in the fillings only,
   * where masks side by side take targets that have as many tokens together. Those that fit are all
   * in the fillings, up to {@code topK}, and the score of each does not depend on the others; of
   * what several targets make together, or more targets than one text may cost, the likeliest
   * beginnings are followed up. A text that no target fits is refused.
   *
   * @param texts any number; they are sorted by length and run in groups inside
   * @param options such that {@link #refuse(FillOptions)} has nothing against them
   * @return one outcome per text, in input order
   */
  List<FillOutcome> fill(List<String> texts, FillOptions options);
}
