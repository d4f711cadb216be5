package dev.tiankong.inference;

import java.util.List;
import java.util.Optional;

/** A masked language model. Safe for concurrent use; each call computes on its own thread. */
public interface MaskFiller {

  /** What marks a blank in a text. */
  String MASK = "[MASK]";

  /** The most candidates that can be asked for. */
  int MAX_TOP_K = 100;

  /** What the installed model says of itself. */
  ModelCard card();

  /**
   * Why this model can fill no text at all so, for people: names the targets that its vocabulary
   * cannot write.
   */
  Optional<String> refuse(FillOptions options);

  /** Why {@code text} can never be filled, as far as can be told without tokenizing it. */
  Optional<Outcome.Refused> refuse(String text, FillOptions options);

  /** An upper bound of the tokens in {@code text}, cheap enough for a million texts a request. */
  int cost(String text, FillOptions options);

  /**
   * Fills every mask of every text.
   *
   * @param texts any number; they are sorted by length and run in groups inside
   * @param options such that {@link #refuse(FillOptions)} has nothing against them
   * @return one outcome per text, in input order
   */
  List<Outcome> fill(List<String> texts, FillOptions options);
}
