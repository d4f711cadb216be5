package dev.tiankong.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a BERT, whoever published it. They are asked for by TensorFlow's names, without the
 * {@code module/} that some publishers put in front.
 */
final class Parts {

  private static final Pattern LAYER = Pattern.compile("bert/encoder/layer_(\\d{1,6})/.+");

  private final Checkpoint checkpoint;
  private final String file;
  private final Map<String, String> published = new HashMap<>();

  /**
   * @param file that holds them, for messages
   */
  Parts(Checkpoint checkpoint, String file) {
    this.checkpoint = checkpoint;
    this.file = file;
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

  String file() {
    return file;
  }

  /** The numbers of the layers of which there is anything. */
  NavigableSet<Integer> layers() {
    NavigableSet<Integer> layers = new TreeSet<>();
    for (String name : published.keySet()) {
      Matcher matcher = LAYER.matcher(name);
      if (matcher.matches()) {
        layers.add(Integer.valueOf(matcher.group(1)));
      }
    }
    return layers;
  }

  boolean has(String name) {
    return published.containsKey(name);
  }

  Tensor tensor(String name) throws IOException {
    if (!has(name)) {
      throw new CheckpointException(
          "%s has no tensor %s, so it is not a complete BERT with a masked language model head."
              .formatted(file, isTensorFlow() ? name : huggingFaceName(name)));
    }
    Tensor tensor = checkpoint.tensor(published.get(name));
    return new Tensor(tensor.name(), tensor.shape(), i -> finite(tensor, i));
  }

  private float finite(Tensor tensor, int i) {
    float value = tensor.values().at(i);
    if (!Float.isFinite(value)) {
      throw new UncheckedIOException(
          new CheckpointException(
              "Tensor %s of %s has the number %s at position %d: its training went wrong."
                  .formatted(tensor.name(), file, value, i)));
    }
    return value;
  }

  private boolean isTensorFlow() {
    return published.values().stream().anyMatch(name -> name.contains("/"));
  }

  private static String huggingFaceName(String name) {
    return name.replaceFirst("_embeddings$", "_embeddings/weight")
        .replaceFirst("/layer_(\\d+)/", "/layer/$1/")
        .replaceFirst("LayerNorm/gamma$", "LayerNorm/weight")
        .replaceFirst("LayerNorm/beta$", "LayerNorm/bias")
        .replaceFirst("predictions/output_bias$", "predictions/bias")
        .replaceFirst("/kernel$", "/weight")
        .replace('/', '.');
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
