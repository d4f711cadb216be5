package dev.tiankong.inference;

import java.util.List;

/** Which tokens may fill the masks. */
interface Choice {

  /** The only tokens to rank, each once; empty for all that a person could write. */
  long[] among();

  /** How many of them to rank for each mask. */
  int ranked();

  /** How many unfinished fillings of a text are followed up: whatever is asked for, as many. */
  int beams();

  /**
   * Which of the open masks is filled next.
   *
   * @param rankings of the open masks, none of which is empty
   */
  int next(List<Ranking> rankings);

  /** What of a mask's ranking may be offered for this mask alone. */
  Ranking alone(Ranking ranking);

  /**
   * What of the rankings of the open masks may stand beside the tokens filled in so far, such that
   * the others can still be filled.
   */
  List<Ranking> together(Hypothesis hypothesis, List<Ranking> rankings);
}
