package dev.tiankong.task.fillmask;

import dev.tiankong.inference.CandidateKind;
import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.task.Option;
import dev.tiankong.task.OptionType;
import dev.tiankong.task.OptionsSpecification;
import dev.tiankong.task.TaskOptions;
import java.util.List;

/** What can be asked of fill-mask. */
final class FillMaskOptions {

  private static final int LONGEST_TARGET = 100;
  private static final int CHARACTERS_OF_TARGETS = 10_000;

  private static final Option<Integer> TOP_K = topK(MaskFiller.MAX_TOP_K);

  private static final Option<List<String>> TARGETS =
      new Option<>(
          "targets",
          OptionType.words(FillOptions.MAX_TARGETS, LONGEST_TARGET, CHARACTERS_OF_TARGETS),
          List.of(),
          "The only words to choose from, of 10,000 characters in all; empty for the whole vocabulary. Words of several tokens are scored as a whole where masks stand side by side.");

  private static final Option<CandidateKind> CANDIDATES =
      new Option<>(
          "candidates",
          OptionType.oneOf(CandidateKind.class),
          CandidateKind.ANY,
          "Any word piece, or Chinese characters only.");

  private static final Option<Boolean> LOOSE_MASKS =
      new Option<>(
          "looseMasks",
          OptionType.flag(),
          false,
          "Whether lines (`____`, `＿`, `﹍﹍`), brackets with room in them (`（ ）`, `【 】`, `「 」`, `『 』`, `〔 〕`) and `□` are blanks, too. A line inside a word or an address is none.");

  private FillMaskOptions() {}

  private static Option<Integer> topK(int most) {
    return new Option<>(
        "topK",
        OptionType.wholeNumber(1, most),
        5,
        "Candidates for each mask. At most 100, unless `TIANKONG_MAX_TOP_K` says otherwise.");
  }

  static OptionsSpecification specification(int maxTopK) {
    return OptionsSpecification.of(Option.MODEL, topK(maxTopK), TARGETS, CANDIDATES, LOOSE_MASKS);
  }

  /** As the model takes them. */
  static FillOptions forModel(TaskOptions options) {
    return new FillOptions(
        options.get(TOP_K),
        options.get(TARGETS),
        options.get(CANDIDATES),
        options.get(LOOSE_MASKS));
  }
}
