package dev.tiankong.task.fillmask;

import dev.tiankong.background.BackgroundThreads;
import dev.tiankong.inference.FillOutcome;
import dev.tiankong.inference.FilledMask;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.ModelCatalogue;
import dev.tiankong.inference.ModelUnavailableException;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.Option;
import dev.tiankong.task.OptionsSpecification;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.TextTask;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Filling masks with what a masked language model finds likely there. */
@ApplicationScoped
public class FillMaskTask implements TextTask {

  public static final String NAME = "fill-mask";

  @Inject ModelCatalogue models;
  @Inject BackgroundThreads background;

  // As it stands, it is what any server may allow: the description of the API is made without one.
  @Inject
  @ConfigProperty(name = "tiankong.max.top.k", defaultValue = "100")
  int maxTopK = MaskFiller.MAX_TOP_K;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Ranks what may stand in place of each [MASK] of a text.";
  }

  @Override
  public OptionsSpecification options() {
    return FillMaskOptions.specification(maxTopK);
  }

  @Override
  public AnswerFormat format() {
    return new FillMaskFormat();
  }

  @Override
  public PreparedTask prepare(TaskOptions requested) {
    TaskOptions options =
        requested.model().isPresent()
            ? requested
            : requested.with(Option.MODEL, models.defaultName());
    try {
      return PreparedFilling.of(options, model(options));
    } catch (ModelUnavailableException e) {
      throw new Refusal(
          ProblemCode.TASK_UNAVAILABLE, Sentence.of("{cause}").with("cause", e.getMessage()));
    }
  }

  private MaskFiller model(TaskOptions options) {
    return models.get(options.get(Option.MODEL));
  }

  @Override
  public List<TextAnswer> answer(List<String> texts, TaskOptions options) {
    return model(options).fill(texts, FillMaskOptions.forModel(options)).stream()
        .map(FillMaskTask::answer)
        .toList();
  }

  @Override
  public List<TextAnswer> work(List<String> texts, TaskOptions options) {
    return background.call(() -> answer(texts, options));
  }

  private static TextAnswer answer(FillOutcome outcome) {
    if (outcome instanceof FillOutcome.Filled filled) {
      return TextAnswer.of(
          new FillMaskAnswer(
                  filled.masks().stream().map(FillMaskTask::predictions).toList(),
                  filled.fillings().stream().map(FillMaskTask::filling).toList())
              .encoded());
    }
    return TextAnswer.failed(error((FillOutcome.Refused) outcome));
  }

  private static MaskPredictions predictions(FilledMask mask) {
    return new MaskPredictions(
        mask.position(),
        mask.length(),
        mask.candidates().stream().map(c -> new Prediction(c.token(), c.score())).toList());
  }

  private static Filling filling(dev.tiankong.inference.Filling filling) {
    return new Filling(filling.tokens(), filling.text(), filling.score());
  }

  static ItemError error(FillOutcome.Refused refused) {
    return new ItemError(refused.reason().name(), refused.sentence());
  }
}
