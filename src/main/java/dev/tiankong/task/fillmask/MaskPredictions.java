package dev.tiankong.task.fillmask;

import java.util.List;
import java.util.Optional;

/**
 * @param position where the mask starts in the text, in Unicode code points from 0
 * @param length of the mask as it is written in the text, in Unicode code points; 0 if it is not
 *     known, as in answers of earlier versions
 * @param predictions best first
 */
public record MaskPredictions(int position, int length, List<Prediction> predictions) {

  public MaskPredictions {
    predictions = List.copyOf(predictions);
  }

  Optional<String> best() {
    return predictions.stream().findFirst().map(Prediction::token);
  }
}
