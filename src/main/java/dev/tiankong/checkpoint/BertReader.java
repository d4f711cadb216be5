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
  private static final String DECODER = "cls/predictions/decoder";

  private final Parts parts;
  private final Architecture sizes;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();
  private final Map<String, List<Tensor>> layers = new LinkedHashMap<>();

  private BertReader(Parts parts, Architecture sizes) {
    this.parts = parts;
    this.sizes = sizes;
  }

  static Bert read(Parts parts, Configuration configuration, Vocabulary vocabulary)
      throws IOException {
    BertReader reader = new BertReader(parts, sizes(parts, configuration));
    int positions = reader.readEmbeddings();
    configuration.expect("max_position_embeddings", positions, parts.file());
    for (int layer = 0; layer < reader.sizes.layers(); layer++) {
      reader.readLayer("bert/encoder/layer_" + layer);
    }
    reader.readHead(vocabulary, configuration.isTied());
    return new Bert(
        reader.sizes, positions, configuration.epsilon(), reader.tensors, reader.layers);
  }

  private static Architecture sizes(Parts parts, Configuration configuration) throws IOException {
    Tensor words = parts.table(EMBEDDINGS + "/word_embeddings");
    int layers = parts.layers().isEmpty() ? 0 : parts.layers().last() + 1;
    configuration.expect("num_hidden_layers", layers, parts.file());
    int hidden = words.shape().get(1);
    configuration.expect("hidden_size", hidden, parts.file());
    configuration.expect("vocab_size", words.shape().get(0), parts.file());
    Tensor up = parts.kernel("bert/encoder/layer_0/intermediate/dense");
    configuration.expect("intermediate_size", up.shape().get(0), parts.file());
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

  private void readHead(Vocabulary vocabulary, boolean tied) throws IOException {
    int hidden = sizes.hidden();
    tensors.put("transform_weight", parts.kernel(TRANSFORM + "/dense").expect(hidden, hidden));
    tensors.put("transform_bias", vector(TRANSFORM + "/dense/bias", hidden));
    readNorm("transform", TRANSFORM);
    tensors.put("decoder", decoder(tied));
    // Where a file has both, PyTorch adds the decoder's own.
    boolean own = parts.has(DECODER + "/bias");
    tensors.put(
        "output_bias",
        vector(own ? DECODER + "/bias" : "cls/predictions/output_bias", sizes.vocabulary()));
    tensors.put("withheld", withheld(vocabulary));
  }

  /** The decoder's own weights where the file has some, else the words' embeddings. */
  private Tensor decoder(boolean tied) throws IOException {
    Tensor words = tensors.get("word");
    if (tied && !parts.has(DECODER + "/kernel")) {
      return words;
    }
    Tensor decoder = parts.kernel(DECODER).expect(sizes.vocabulary(), sizes.hidden());
    return decoder.hasValuesOf(words) ? words : decoder;
  }

  /** What is added to the scores of tokens that must not be offered. */
  private Tensor withheld(Vocabulary vocabulary) throws CheckpointException {
    if (vocabulary.size() > sizes.vocabulary()) {
      throw new CheckpointException(
          "The tokenizer has tokens up to the id %d (%s), but %s has embeddings up to %d only."
              .formatted(
                  vocabulary.size() - 1,
                  vocabulary.token(vocabulary.size() - 1),
                  parts.file(),
                  sizes.vocabulary() - 1));
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
