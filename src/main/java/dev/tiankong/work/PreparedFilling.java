package dev.tiankong.work;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.InvalidOptionsException;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.ItemWarning;
import dev.tiankong.batch.PreparedTask;
import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.NearMisses;
import dev.tiankong.wording.ProblemCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Texts of one batch on their way in: options that a model can follow. */
record PreparedFilling(BatchOptions options, FillOptions fillOptions, MaskFiller model)
    implements PreparedTask {

  /** Grows when the same options lead to other answers than before, which must not be reused. */
  private static final int VERSION = 2;

  /**
   * @throws InvalidOptionsException if the model cannot follow the options
   */
  static PreparedFilling of(BatchOptions options, FillOptions fillOptions, MaskFiller model) {
    model
        .refuse(fillOptions)
        .ifPresent(
            reason -> {
              throw new InvalidOptionsException(ProblemCode.INVALID_OPTIONS, reason);
            });
    return new PreparedFilling(options, fillOptions, model);
  }

  @Override
  public String fingerprint() {
    // The model's digest rather than its name: another import may take the name over.
    return fingerprint(model.digest(), fillOptions);
  }

  /**
   * Equal for those models and options that give equal answers, and for no others.
   *
   * @return SHA-256 of a JSON document, in hexadecimal
   */
  static String fingerprint(String model, FillOptions options) {
    JsonObject answersDependOn =
        Json.createObjectBuilder()
            .add("task", FillMaskTask.NAME)
            .add("version", VERSION)
            .add("model", model)
            .add("topK", options.topK())
            .add("targets", Json.createArrayBuilder(options.targets().stream().sorted().toList()))
            .add("candidates", options.candidates().name())
            .add("looseMasks", options.looseMasks())
            .build();
    return DigestUtils.sha256Hex(answersDependOn.toString());
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
