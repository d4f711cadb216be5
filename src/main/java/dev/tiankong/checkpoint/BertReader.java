package dev.tiankong.checkpoint;

import dev.tiankong.inference.Architecture;
import dev.tiankong.inference.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a BERT out of its published parts and checks that every tensor fits the others. */
final class BertReader {

  private static final String EMBEDDINGS = "bert/embeddings";
  private static final String TRANSFORM = "cls/predictions/transform";

  private final Parts parts;
  private final Architecture sizes;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, List<Tensor>> layers = new LinkedHashMap<>();

  private BertReader(Parts parts, Architecture sizes) {
    this.parts = parts;
    this.sizes = sizes;
  }

  static Bert read(Checkpoint checkpoint, Configuration configuration, Vocabulary vocabulary)
      throws IOException {
    Parts parts = new Parts(checkpoint);
    BertReader reader = new BertReader(parts, sizes(parts, configuration));
    int positions = reader.readEmbeddings();
    for (int layer = 0; layer < reader.sizes.layers(); layer++) {
      reader.readLayer("bert/encoder/layer_" + layer);
    }
    reader.readHead(vocabulary);
    return new Bert(
        reader.sizes, positions, configuration.epsilon(), reader.tensors, reader.layers);
  }

  private static Architecture sizes(Parts parts, Configuration configuration) throws IOException {
    Tensor words = parts.table(EMBEDDINGS + "/word_embeddings");
    int layers = 0;
    while (parts.has("bert/encoder/layer_" + layers + "/attention/self/query/kernel")) {
      layers++;
    }
    int hidden = words.shape().get(1);
    Tensor up = parts.kernel("bert/encoder/layer_0/intermediate/dense");
    return new Architecture(
        layers, hidden, configuration.heads(hidden), up.shape().get(0), words.shape().get(0));
  }

  private int readEmbeddings() throws IOException {
    int hidden = sizes.hidden();
    tensors.put("word", parts.table(EMBEDDINGS + "/word_embeddings"));
    Tensor positions = parts.table(EMBEDDINGS + "/position_embeddings");
    positions.expect(positions.shape().get(0), hidden);
    Tensor types = parts.table(EMBEDDINGS + "/token_type_embeddings");
    types.expect(types.shape().get(0), hidden);
    // Every text is a single segment, so the first type's vector can be part of each position's.
    tensors.put("position", positions.plusFirstRowOf(types));
    readNorm("embedding", EMBEDDINGS);
    return positions.shape().get(0);
  }

  private void readNorm(String attribute, String path) throws IOException {
    tensors.put(attribute + "_gamma", vector(path + "/LayerNorm/gamma", sizes.hidden()));
    tensors.put(attribute + "_beta", vector(path + "/LayerNorm/beta", sizes.hidden()));
  }

  private void readHead(Vocabulary vocabulary) throws IOException {
    int hidden = sizes.hidden();
    tensors.put("transform_weight", parts.kernel(TRANSFORM + "/dense").expect(hidden, hidden));
    tensors.put("transform_bias", vector(TRANSFORM + "/dense/bias", hidden));
    readNorm("transform", TRANSFORM);
    tensors.put("output_bias", vector("cls/predictions/output_bias", sizes.vocabulary()));
    tensors.put("withheld", withheld(vocabulary));
  }

  /** What is added to the scores of tokens that must not be offered. */
  private Tensor withheld(Vocabulary vocabulary) throws CheckpointException {
    if (vocabulary.size() > sizes.vocabulary()) {
      throw new CheckpointException(
          "The tokenizer has %d tokens, but the checkpoint has embeddings for %d of them."
              .formatted(vocabulary.size(), sizes.vocabulary()));
    }
    // Some publishers round the table up: rows beyond the tokenizer's last token mean nothing.
    return new Tensor(
        "withheld",
        List.of(sizes.vocabulary()),
        id -> id < vocabulary.size() && vocabulary.offerable(id) ? 0 : Float.NEGATIVE_INFINITY);
  }

  private void readLayer(String layer) throws IOException {
    int hidden = sizes.hidden();
    List<Tensor> weights = new ArrayList<>();
    List<Tensor> biases = new ArrayList<>();
    for (String role : List.of("query", "key", "value")) {
      String path = layer + "/attention/self/" + role;
      weights.add(parts.kernel(path).expect(hidden, hidden));
      biases.add(vector(path + "/bias", hidden));
    }
    // One multiplication by a matrix three times as high is faster than three.
    add("qkv_weight", Tensor.stack(weights));
    add("qkv_bias", Tensor.stack(biases));
    readDense(layer + "/attention/output/dense", "attention", hidden, hidden);
    readLayerNorm(layer + "/attention/output", "attention");
    readDense(layer + "/intermediate/dense", "up", sizes.intermediate(), hidden);
    readDense(layer + "/output/dense", "down", hidden, sizes.intermediate());
    readLayerNorm(layer + "/output", "output");
  }

  private void readDense(String path, String attribute, int outputs, int inputs)
      throws IOException {
    add(attribute + "_weight", parts.kernel(path).expect(outputs, inputs));
    add(attribute + "_bias", vector(path + "/bias", outputs));
  }

  private void readLayerNorm(String path, String attribute) throws IOException {
    add(attribute + "_gamma", vector(path + "/LayerNorm/gamma", sizes.hidden()));
    add(attribute + "_beta", vector(path + "/LayerNorm/beta", sizes.hidden()));
  }

  private Tensor vector(String name, int size) throws IOException {
    return parts.tensor(name).expect(size);
  }

  private void add(String attribute, Tensor tensor) {
    layers.computeIfAbsent(attribute, name -> new ArrayList<>()).add(tensor);
  }
}
