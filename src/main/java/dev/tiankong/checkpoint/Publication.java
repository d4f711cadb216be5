package dev.tiankong.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of one published model, which lie in a folder. */
record Publication(Path folder, Optional<Path> tensorFlowIndex) {

  private static final String TOKENIZER = "tokenizer.json";
  private static final String VOCABULARY = "vocab.txt";
  static final String PICKLED = "pytorch_model.bin";
  private static final int DEPTH = 2;
  private static final Pattern APACHE =
      Pattern.compile("apache(?: license,? version |-| )2\\.0", Pattern.CASE_INSENSITIVE);

  static Publication in(Path folder) throws IOException {
    Optional<Path> index = find(folder, TensorFlowBundle.INDEX_SUFFIX);
    boolean safetensors =
        Files.exists(folder.resolve(Safetensors.FILE))
            || Files.exists(folder.resolve(Safetensors.INDEX));
    if (safetensors) {
      return new Publication(folder, Optional.empty());
    }
    if (index.isPresent()) {
      return new Publication(folder, index);
    }
    throw withoutWeights(folder.toString(), Files.exists(folder.resolve(PICKLED)));
  }

  static CheckpointException withoutWeights(String where, boolean pickled) {
    return new CheckpointException(
        pickled
            ? """
              %s has its weights as %s only. That is a Python pickle: reading one can run any code \
              that its author put in. Fetch the model's %s, which holds nothing but numbers."""
                .formatted(where, PICKLED, Safetensors.FILE)
            : "No checkpoint in %s: neither %s nor a TensorFlow %s file."
                .formatted(where, Safetensors.FILE, TensorFlowBundle.INDEX_SUFFIX));
  }

  /** The least deep file of those whose paths end so; publishers add folders of variants. */
  private static Optional<Path> find(Path folder, String end) throws IOException {
    try (var files = Files.walk(folder, DEPTH)) {
      return files
          .filter(file -> file.toString().endsWith(end))
          .min(Comparator.comparingInt(Path::getNameCount).thenComparing(file -> file));
    }
  }

  Checkpoint open() throws IOException {
    return tensorFlowIndex.isPresent()
        ? TensorFlowBundle.open(tensorFlowIndex.get())
        : Safetensors.open(folder);
  }

  Configuration configuration() throws IOException {
    for (String name : List.of("/config.json", "/bert_config.json")) {
      Optional<Path> file = find(folder, name);
      if (file.isPresent()) {
        return Configuration.read(file.get());
      }
    }
    return Configuration.NONE;
  }

  /** Copies the publisher's tokenizer, or builds one from the vocabulary. */
  void writeTokenizer(Path target) throws IOException {
    Optional<Path> published = find(folder, "/" + TOKENIZER);
    if (published.isPresent()) {
      Files.copy(published.get(), target);
      return;
    }
    Path vocabulary =
        find(folder, "/" + VOCABULARY)
            .orElseThrow(
                () ->
                    new CheckpointException(
                        "No tokenizer in %s: neither %s nor %s."
                            .formatted(folder, TOKENIZER, VOCABULARY)));
    TokenizerJson.write(vocabulary, isLowercase(vocabulary), target);
  }

  private boolean isLowercase(Path vocabulary) throws IOException {
    Optional<Path> settings = find(folder, "/tokenizer_config.json");
    boolean byLetters = TokenizerJson.isLowercase(vocabulary);
    return settings.isEmpty()
        ? byLetters
        : JsonFile.read(settings.get()).getBoolean("do_lower_case", byLetters);
  }

  /** As an SPDX identifier. Publishers state it for people, in one file or another. */
  String licence() throws IOException {
    for (String name : List.of("/README.md", "/LICENSE", "/THIRD-PARTY.txt")) {
      Optional<Path> file = find(folder, name);
      if (file.isPresent() && APACHE.matcher(Files.readString(file.get())).find()) {
        return "Apache-2.0";
      }
    }
    return "unknown";
  }
}
