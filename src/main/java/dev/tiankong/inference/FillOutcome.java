package dev.tiankong.inference;

import dev.tiankong.wording.Sentence;
import java.util.List;

/** What became of one text: its masks filled, or the reason why no retry can ever fill them. */
public sealed interface FillOutcome {

  /**
   * @param masks one entry per mask, in the order of the text, each seen for itself
   * @param fillings of all masks together, best first; none when the text has a single mask
   */
  record Filled(List<FilledMask> masks, List<Filling> fillings) implements FillOutcome {

    public Filled {
      masks = List.copyOf(masks);
      fillings = List.copyOf(fillings);
    }
  }

  /**
   * @param reason stable, for programs
   * @param sentence for people: what is wrong and what to do about it
   */
  record Refused(Reason reason, Sentence sentence) implements FillOutcome {}

  /** Why a text can never be filled. */
  enum Reason {
    /** No character that is not white space. */
    EMPTY,
    /** Nothing to fill. */
    NO_MASK,
    /** More tokens than one text may take of a worker's time and memory. */
    TOO_LONG,
    /** Targets of which none has as many tokens as there are masks for it. */
    NO_TARGET_FITS
  }
}
