package dev.tiankong.work;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.InvalidOptionsException;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.PreparedTask;
import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.MaskFiller;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** Texts of one batch on their way in: options that a model can follow. */
record PreparedFilling(BatchOptions options, FillOptions fillOptions, MaskFiller model)
    implements PreparedTask {

  /**
   * @throws InvalidOptionsException if the model cannot follow the options
   */
  static PreparedFilling of(BatchOptions options, FillOptions fillOptions, MaskFiller model) {
    model
        .refuse(fillOptions)
        .ifPresent(
            reason -> {
              throw new InvalidOptionsException("invalid-options", reason);
            });
    return new PreparedFilling(options, fillOptions, model);
  }

  @Override
  public String fingerprint() {
    // The weights' digest rather than the model's name: another import may take the name over.
    return DigestUtils.sha256Hex(model.weightsDigest() + fillOptions);
  }

  @Override
  public Optional<ItemError> refuse(String text) {
    return model.refuse(text, fillOptions).map(FillMaskTask::error);
  }

  @Override
  public int cost(String text) {
    return model.cost(text, fillOptions);
  }
}
