package dev.tiankong.checkpoint;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The parts of a BERT, whoever published it. They are asked for by TensorFlow's names, without the
 * {@code module/} that some publishers put in front.
 */
final class Parts {

  private final Checkpoint checkpoint;
  private final Map<String, String> published = new HashMap<>();

  Parts(Checkpoint checkpoint) {
    this.checkpoint = checkpoint;
    for (String name : checkpoint.names()) {
      published.put(tensorFlowName(name), name);
    }
  }

  private static String tensorFlowName(String name) {
    if (name.contains("/")) {
      return name.replaceFirst("^module/", "");
    }
    return name.replace('.', '/')
        .replaceFirst("/layer/(\\d+)/", "/layer_$1/")
        .replaceFirst("_embeddings/weight$", "_embeddings")
        .replaceFirst("LayerNorm/weight$", "LayerNorm/gamma")
        .replaceFirst("LayerNorm/bias$", "LayerNorm/beta")
        .replaceFirst("predictions/bias$", "predictions/output_bias")
        .replaceFirst("/weight$", "/kernel");
  }

  boolean has(String name) {
    return published.containsKey(name);
  }

  Tensor tensor(String name) throws IOException {
    if (!has(name)) {
      throw new CheckpointException(
          "The checkpoint has no %s, so it is not a BERT with a masked language model head."
              .formatted(name));
    }
    return checkpoint.tensor(published.get(name));
  }

  Tensor table(String name) throws IOException {
    return tensor(name).expectRank(2);
  }

  /** Output by input, as libtorch's linear wants it: the other way round than TensorFlow. */
  Tensor kernel(String name) throws IOException {
    Tensor kernel = table(name + "/kernel");
    return published.get(name + "/kernel").contains("/") ? kernel.transposed() : kernel;
  }
}
