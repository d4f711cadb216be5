package dev.tiankong.batch;

import java.util.List;

/**
 * @param position where the mask starts in the text, in Unicode code points from 0
 * @param predictions best first
 */
public record MaskPredictions(int position, List<Prediction> predictions) {

  public MaskPredictions {
    predictions = List.copyOf(predictions);
  }
}
