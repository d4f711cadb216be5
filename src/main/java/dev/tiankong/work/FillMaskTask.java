package dev.tiankong.work;

import dev.tiankong.background.BackgroundThreads;
import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.Filling;
import dev.tiankong.batch.InvalidOptionsException;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.ItemErrorCode;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.PreparedTask;
import dev.tiankong.batch.TaskUnavailableException;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.TextTask;
import dev.tiankong.inference.CandidateKind;
import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.FillOutcome;
import dev.tiankong.inference.FilledMask;
import dev.tiankong.inference.ModelCatalogue;
import dev.tiankong.inference.ModelUnavailableException;
import dev.tiankong.inference.UnknownModelException;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Filling masks, as a task that batches can ask for. */
@ApplicationScoped
class FillMaskTask implements TextTask {

  static final String NAME = "fill-mask";

  @Inject ModelCatalogue models;
  @Inject BackgroundThreads background;

  @Inject
  @ConfigProperty(name = "tiankong.max.top.k", defaultValue = "100")
  int maxTopK;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public PreparedTask prepare(BatchOptions requested) {
    if (requested.topK() < 1 || requested.topK() > maxTopK) {
      throw new InvalidOptionsException(
          ProblemCode.INVALID_OPTIONS,
          Sentence.of("out-of-range", "{option} must be {least} to {most}, not {found}.")
              .with(Sentence.OPTION, "topK")
              .with("least", 1)
              .with("most", maxTopK)
              .with("found", requested.topK()));
    }
    if (requested.targets().stream().anyMatch(String::isBlank)) {
      throw new InvalidOptionsException(
          ProblemCode.INVALID_OPTIONS,
          Sentence.of("blank", "Each of \"{option}\" must have a character that is no white space.")
              .with(Sentence.OPTION, "targets"));
    }
    BatchOptions options =
        requested.model() == null ? requested.withModel(models.defaultName()) : requested;
    try {
      return PreparedFilling.of(options, fillOptions(options), models.get(options.model()));
    } catch (UnknownModelException e) {
      throw new InvalidOptionsException(ProblemCode.UNKNOWN_MODEL, e.sentence());
    } catch (ModelUnavailableException e) {
      throw new TaskUnavailableException(e.getMessage());
    }
  }

  @Override
  public List<TextAnswer> answer(List<String> texts, BatchOptions options) {
    return models.get(options.model()).fill(texts, fillOptions(options)).stream()
        .map(FillMaskTask::answer)
        .toList();
  }

  @Override
  public List<TextAnswer> answerInBackground(List<String> texts, BatchOptions options) {
    return background.call(() -> answer(texts, options));
  }

  private static FillOptions fillOptions(BatchOptions options) {
    return new FillOptions(
        options.topK(),
        options.targets(),
        CandidateKind.valueOf(options.candidates().name()),
        options.looseMasks());
  }

  private static TextAnswer answer(FillOutcome outcome) {
    if (outcome instanceof FillOutcome.Filled filled) {
      return TextAnswer.of(
          filled.masks().stream().map(FillMaskTask::predictions).toList(),
          filled.fillings().stream().map(FillMaskTask::filling).toList());
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
    return new ItemError(ItemErrorCode.valueOf(refused.reason().name()), refused.sentence());
  }
}
