package dev.tiankong.work;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.InvalidOptionsException;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.PreparedTask;
import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.MaskFiller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

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
    String all = model.weightsDigest() + fillOptions;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256", e);
    }
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
