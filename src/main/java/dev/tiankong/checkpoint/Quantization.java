package dev.tiankong.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites the weights of linear layers as whole numbers of one byte. */
final class Quantization {

  private static final int MOST = 127;

  // How far the largest weights of an output may be cut down so that all others get finer steps.
  private static final double LEAST_REACH = 0.7;
  private static final double REACH_STEP = 0.05;

  private static final String WEIGHT = "_weight";
  private static final String BIAS = "_bias";

  private Quantization() {}

  /** The biases become what {@code linear_int8} in {@code fill_mask.py} wants: three rows. */
  static Bert of(Bert bert) {
    Map<String, List<Tensor>> layers = new LinkedHashMap<>(bert.layers());
    for (String attribute : bert.layers().keySet()) {
      if (attribute.endsWith(WEIGHT)) {
        String biasAttribute = attribute.replace(WEIGHT, BIAS);
        List<Tensor> weights = new ArrayList<>();
        List<Tensor> biases = new ArrayList<>();
        for (int layer = 0; layer < bert.layers().get(attribute).size(); layer++) {
          Tensor weight = bert.layers().get(attribute).get(layer);
          float[] steps = steps(weight);
          weights.add(levels(weight, steps));
          biases.add(bias(bert.layers().get(biasAttribute).get(layer), weights.get(layer), steps));
        }
        layers.put(attribute, weights);
        layers.put(biasAttribute, biases);
      }
    }
    return bert.withLayers(layers);
  }

  private static Tensor levels(Tensor weight, float[] steps) {
    int width = weight.shape().get(1);
    return new Tensor(
        weight.name(), weight.shape(), i -> level(weight.values().at(i), steps[i / width]));
  }

  private static int level(float value, float step) {
    return Math.max(-MOST, Math.min(MOST, Math.round(value / step)));
  }

  private static Tensor bias(Tensor bias, Tensor levels, float[] steps) {
    int rows = steps.length;
    float[] three = new float[3 * rows];
    for (int row = 0; row < rows; row++) {
      three[row] = bias.values().at(row);
      three[rows + row] = steps[row];
      three[2 * rows + row] = steps[row] * sum(levels, row);
    }
    return new Tensor(bias.name(), List.of(3, rows), i -> three[i]);
  }

  private static long sum(Tensor levels, int row) {
    int width = levels.shape().get(1);
    long sum = 0;
    for (int column = 0; column < width; column++) {
      sum += (long) levels.values().at(row * width + column);
    }
    return sum;
  }

  /** What one level is worth, for each row. */
  private static float[] steps(Tensor weight) {
    float[] steps = new float[weight.shape().get(0)];
    float[] row = new float[weight.shape().get(1)];
    for (int i = 0; i < steps.length; i++) {
      float largest = 0;
      for (int j = 0; j < row.length; j++) {
        row[j] = weight.values().at(i * row.length + j);
        largest = Math.max(largest, Math.abs(row[j]));
      }
      steps[i] = step(row, largest);
    }
    return steps;
  }

  private static float step(float[] row, float largest) {
    float widest = Math.max(largest, Float.MIN_NORMAL) / MOST;
    float best = widest;
    double least = error(row, best);
    for (double reach = 1 - REACH_STEP; reach >= LEAST_REACH; reach -= REACH_STEP) {
      float step = (float) (reach * widest);
      double error = error(row, step);
      if (error < least) {
        least = error;
        best = step;
      }
    }
    return best;
  }

  private static double error(float[] row, float step) {
    double error = 0;
    for (float value : row) {
      double difference = value - level(value, step) * step;
      error += difference * difference;
    }
    return error;
  }
}
