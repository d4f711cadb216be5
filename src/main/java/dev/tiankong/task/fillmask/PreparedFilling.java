package dev.tiankong.task.fillmask;

import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.NearMisses;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemWarning;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import java.util.List;
import java.util.Optional;

/** Texts of one batch on their way in: options that a model can follow. */
record PreparedFilling(TaskOptions options, FillOptions fillOptions, MaskFiller model)
    implements PreparedTask {

  /** Grows when the same options lead to other answers than before, which must not be reused. */
  private static final int VERSION = 1;

  /**
   * @throws Refusal if the model cannot follow the options
   */
  static PreparedFilling of(TaskOptions options, MaskFiller model) {
    FillOptions fillOptions = FillMaskOptions.forModel(options);
    model
        .refuse(fillOptions)
        .ifPresent(
            reason -> {
              throw new Refusal(ProblemCode.INVALID_OPTIONS, reason);
            });
    return new PreparedFilling(options, fillOptions, model);
  }

  @Override
  public String weights() {
    // The model's digest rather than its name: another import may take the name over.
    return VERSION + ":" + model.digest();
  }

  @Override
  public Optional<ItemError> refuse(String text) {
    return model.refuse(text, fillOptions).map(FillMaskTask::error);
  }

  @Override
  public List<ItemWarning> warnings(String text) {
    return NearMisses.in(text, fillOptions).stream()
        .map(
            miss ->
                new ItemWarning(
                    miss.kind().name(),
                    miss.position(),
                    miss.length(),
                    miss.found(),
                    MaskFiller.MASK))
        .toList();
  }

  @Override
  public int cost(String text) {
    return model.cost(text, fillOptions);
  }
}
