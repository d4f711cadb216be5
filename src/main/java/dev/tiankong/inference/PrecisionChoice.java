package dev.tiankong.inference;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which of a model's files of weights is loaded.
 *
 * @param setting a precision's label, or "auto" for the fastest that answers well on the processor
 */
record PrecisionChoice(String setting, Processor processor) {

  static final String AUTO = "auto";

  Precision among(Map<Precision, ModelCard.Weights> weights) throws IOException {
    if (setting.equals(AUTO)) {
      boolean bf16 = processor.multipliesBf16() && weights.containsKey(Precision.BF16);
      return bf16 ? Precision.BF16 : Precision.FP32;
    }
    Precision asked = Precision.of(setting);
    if (!weights.containsKey(asked)) {
      throw new IOException(
          "it has no weights in %s, only in %s. Import it again with -Dprecisions=%s, or set TIANKONG_PRECISION=auto."
              .formatted(asked.label(), Precision.labels(weights.keySet()), asked.label()));
    }
    Optional<PrecisionReport> agreement = weights.get(asked).agreement();
    if (agreement.isPresent() && !agreement.get().admits()) {
      throw new IOException(
          "its predictions in %s are not accurate enough: %s. Set TIANKONG_PRECISION=auto."
              .formatted(asked.label(), agreement.get()));
    }
    return asked;
  }
}
