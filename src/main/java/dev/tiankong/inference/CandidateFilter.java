package dev.tiankong.inference;

import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Which tokens may fill the masks. */
interface CandidateFilter {

  /** The only tokens to rank, each once; empty for all that a person could write. */
  long[] among();

  /** How many of them to rank for each mask. */
  int ranked();

  /** What of a mask's ranking may be offered for this mask alone. */
  Ranking alone(Ranking ranking);

  /**
   * What of the rankings of the open masks may stand beside the tokens filled in so far, such that
   * the others can still be filled.
   */
  List<Ranking> together(Hypothesis hypothesis, List<Ranking> rankings);

  /**
   * Which of the open masks is filled next. Depends on nothing but the text and the tokens filled
   * in so far: the order is part of what the joint score means.
   *
   * @param permitted what {@link #together} left, each with a token or more
   */
  int next(List<Ranking> permitted);

  /**
   * Which tokens to follow up, if not all can be, before others that are more likely.
   *
   * @param open the mask that is filled next
   */
  default LongPredicate preferred(Hypothesis hypothesis, int open) {
    return token -> false;
  }

  /** Why a text can never be filled so, known before the network reads it. */
  default Optional<FillOutcome.Refused> refuse(TokenizedText text) {
    return Optional.empty();
  }
}
