package dev.tiankong.checkpoint;

import dev.tiankong.inference.Architecture;
import java.util.List;
import java.util.Map;

/**
 * A BERT as the script in {@code fill_mask.py} wants it: tensors by the names of its attributes.
 *
 * @param positions the longest text in tokens
 * @param epsilon of the layer norms
 * @param tensors those that the model has once
 * @param layers those that each layer has
 */
record Bert(
    Architecture architecture,
    int positions,
    double epsilon,
    Map<String, Tensor> tensors,
    Map<String, List<Tensor>> layers) {

  Bert withLayers(Map<String, List<Tensor>> others) {
    return new Bert(architecture, positions, epsilon, tensors, others);
  }
}
