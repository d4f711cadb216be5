package dev.tiankong.checkpoint;

import java.io.IOException;
import java.util.Arrays;

/**
 * BERT as its paper has it, in straight loops of double precision over TensorFlow's own tensors.
 * Slow, and as far from the product's way of computing as can be.
 */
final class ReferenceBert {

  private static final int HEAD_WIDTH = 64;
  private static final double EPSILON = 1e-12;
  private static final String EMBEDDINGS = "bert/embeddings";

  private final Checkpoint checkpoint;

  ReferenceBert(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
  }

  /** The probability of every token of the vocabulary at one place of a text. */
  double[] probabilities(int[] ids, int mask) throws IOException {
    double[][] hidden = embed(ids);
    for (int i = 0; has("bert/encoder/layer_" + i + "/output/dense/bias"); i++) {
      hidden = layer(hidden, "bert/encoder/layer_" + i);
    }
    double[][] masked = dense(new double[][] {hidden[mask]}, "cls/predictions/transform/dense");
    gelu(masked);
    norm(masked, "cls/predictions/transform");
    return softmax(scores(masked[0]));
  }

  private double[][] embed(int[] ids) throws IOException {
    Tensor words = tensor(EMBEDDINGS + "/word_embeddings");
    Tensor positions = tensor(EMBEDDINGS + "/position_embeddings");
    Tensor types = tensor(EMBEDDINGS + "/token_type_embeddings");
    int width = words.shape().get(1);
    double[][] hidden = new double[ids.length][width];
    for (int t = 0; t < ids.length; t++) {
      for (int j = 0; j < width; j++) {
        hidden[t][j] = words.values().at(ids[t] * width + j);
        hidden[t][j] += positions.values().at(t * width + j);
        hidden[t][j] += types.values().at(j);
      }
    }
    norm(hidden, EMBEDDINGS);
    return hidden;
  }

  private double[][] layer(double[][] hidden, String layer) throws IOException {
    double[][] query = dense(hidden, layer + "/attention/self/query");
    double[][] key = dense(hidden, layer + "/attention/self/key");
    double[][] value = dense(hidden, layer + "/attention/self/value");
    double[][] between = dense(attend(query, key, value), layer + "/attention/output/dense");
    add(between, hidden);
    norm(between, layer + "/attention/output");
    double[][] up = dense(between, layer + "/intermediate/dense");
    gelu(up);
    double[][] output = dense(up, layer + "/output/dense");
    add(output, between);
    norm(output, layer + "/output");
    return output;
  }

  private static double[][] attend(double[][] query, double[][] key, double[][] value) {
    int length = query.length;
    int width = query[0].length;
    double[][] context = new double[length][width];
    for (int head = 0; head < width; head += HEAD_WIDTH) {
      for (int t = 0; t < length; t++) {
        double[] weights = new double[length];
        for (int s = 0; s < length; s++) {
          for (int j = head; j < head + HEAD_WIDTH; j++) {
            weights[s] += query[t][j] * key[s][j] / Math.sqrt(HEAD_WIDTH);
          }
        }
        weights = softmax(weights);
        for (int s = 0; s < length; s++) {
          for (int j = head; j < head + HEAD_WIDTH; j++) {
            context[t][j] += weights[s] * value[s][j];
          }
        }
      }
    }
    return context;
  }

  private double[][] dense(double[][] inputs, String path) throws IOException {
    Tensor kernel = tensor(path + "/kernel");
    Tensor bias = tensor(path + "/bias");
    int width = kernel.shape().get(1);
    double[][] outputs = new double[inputs.length][width];
    for (int i = 0; i < kernel.shape().get(0); i++) {
      for (int j = 0; j < width; j++) {
        double weight = kernel.values().at(i * width + j);
        for (int t = 0; t < inputs.length; t++) {
          outputs[t][j] += inputs[t][i] * weight;
        }
      }
    }
    for (double[] output : outputs) {
      Arrays.setAll(output, j -> output[j] + bias.values().at(j));
    }
    return outputs;
  }

  private double[] scores(double[] masked) throws IOException {
    Tensor words = tensor(EMBEDDINGS + "/word_embeddings");
    Tensor bias = tensor("cls/predictions/output_bias");
    double[] scores = new double[words.shape().get(0)];
    for (int id = 0; id < scores.length; id++) {
      scores[id] = bias.values().at(id);
      for (int j = 0; j < masked.length; j++) {
        scores[id] += masked[j] * words.values().at(id * masked.length + j);
      }
    }
    return scores;
  }

  private void norm(double[][] rows, String path) throws IOException {
    Tensor gamma = tensor(path + "/LayerNorm/gamma");
    Tensor beta = tensor(path + "/LayerNorm/beta");
    for (double[] row : rows) {
      double mean = Arrays.stream(row).average().orElseThrow();
      double variance =
          Arrays.stream(row).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
      double deviation = Math.sqrt(variance + EPSILON);
      Arrays.setAll(
          row, j -> (row[j] - mean) / deviation * gamma.values().at(j) + beta.values().at(j));
    }
  }

  private static void add(double[][] rows, double[][] others) {
    for (int t = 0; t < rows.length; t++) {
      for (int j = 0; j < rows[t].length; j++) {
        rows[t][j] += others[t][j];
      }
    }
  }

  private static void gelu(double[][] rows) {
    for (double[] row : rows) {
      Arrays.setAll(row, j -> row[j] / 2 * (1 + erf(row[j] / Math.sqrt(2))));
    }
  }

  // The series whose terms are all of one sign: nothing cancels out.
  private static double erf(double x) {
    if (Math.abs(x) > 6) {
      return Math.signum(x);
    }
    double term = x;
    double sum = x;
    for (int n = 1; n < 200; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  private static double[] softmax(double[] scores) {
    double most = Arrays.stream(scores).max().orElseThrow();
    double[] powers = Arrays.stream(scores).map(score -> Math.exp(score - most)).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  private boolean has(String name) {
    return checkpoint.names().contains("module/" + name);
  }

  private Tensor tensor(String name) throws IOException {
    return checkpoint.tensor("module/" + name);
  }
}
