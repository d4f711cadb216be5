package dev.tiankong.inference;

import java.util.List;
import java.util.Optional;

/**
 * A loaded masked language model. Safe for concurrent use; each call computes on its own thread.
 */
public interface MaskFiller {

  /** What marks a blank in a text. */
  String MASK = "[MASK]";

  /** The most candidates that can be asked for. */
  int MAX_TOP_K = 100;

  /** The installed model's name. */
  String model();

  /** Why {@code text} can never be filled, as far as can be told without tokenizing it. */
  Optional<Outcome.Refused> refuse(String text);

  /** An upper bound of the tokens in {@code text}, cheap enough for a million texts a request. */
  int cost(String text);

  /**
   * Fills every mask of every text.
   *
   * @param texts any number; they are sorted by length and run in groups inside
   * @param topK candidates for each mask, 1 to {@link #MAX_TOP_K}
   * @return one outcome per text, in input order
   */
  List<Outcome> fill(List<String> texts, int topK);
}
