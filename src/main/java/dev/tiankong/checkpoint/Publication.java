package dev.tiankong.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files of one published model, which lie in a folder.
 *
 * @param root where the folder was found, or the folder itself
 * @param weights the file to open
 */
record Publication(Path root, Path folder, Path weights) {

  private static final int DEPTH = 12;

  /** TensorFlow's SavedModel keeps its weights and the files beside them in folders of these. */
  private static final String VARIABLES = "variables";

  private static final String ASSETS = "assets";

  // In the order in which transformers looks for them.
  private static final List<String> WEIGHTS =
      List.of(Safetensors.FILE, Safetensors.INDEX, TorchCheckpoint.FILE, TorchCheckpoint.INDEX);
  private static final Pattern OTHER_WEIGHTS =
      Pattern.compile(".+\\.(h5|msgpack|onnx|gguf|pt|pth|ckpt|bin|safetensors|pdparams)");
  private static final Pattern APACHE =
      Pattern.compile("apache(?: license,? version |-| )2\\.0", Pattern.CASE_INSENSITIVE);

  /**
   * Finds the model in a folder: it is in the folder with weights that is nearest to the top. What
   * lies deeper is taken for another state of the same training; two at the same depth are not.
   *
   * @param label of the folder, for messages
   */
  static Publication in(Path root, String label) throws IOException {
    Map<Path, List<Path>> models = new TreeMap<>();
    try (var folders = Files.walk(root, DEPTH)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        List<Path> weights = isHidden(root.relativize(folder)) ? List.of() : weightsIn(folder);
        if (!weights.isEmpty()) {
          models.putIfAbsent(modelFolder(folder), weights);
        }
      }
    }
    int top = models.keySet().stream().mapToInt(Path::getNameCount).min().orElse(0);
    models.keySet().removeIf(folder -> folder.getNameCount() > top);
    List<Path> found = models.values().stream().flatMap(Collection::stream).toList();
    if (found.isEmpty()) {
      throw withoutWeights(label, names(root));
    }
    if (found.size() > 1) {
      throw new CheckpointException(
          "%s has several models, %s: import one of them."
              .formatted(
                  label,
                  found.stream()
                      .map(file -> root.relativize(file).toString())
                      .collect(Collectors.joining(", "))));
    }
    return new Publication(root, models.keySet().iterator().next(), found.get(0));
  }

  private static boolean isHidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".") || name.toString().equals("__MACOSX")) {
        return true;
      }
    }
    return false;
  }

  /** The weights of a folder's model; more than one when it has several of TensorFlow. */
  private static List<Path> weightsIn(Path folder) throws IOException {
    for (String name : WEIGHTS) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return List.of(folder.resolve(name));
      }
    }
    return files(
        folder, name -> name.endsWith(TensorFlowBundle.INDEX_SUFFIX) && !name.startsWith("."));
  }

  private static List<Path> files(Path folder, Predicate<String> name) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> name.test(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static Path modelFolder(Path folderOfWeights) {
    return folderOfWeights.endsWith(VARIABLES) ? folderOfWeights.getParent() : folderOfWeights;
  }

  private static List<String> names(Path root) throws IOException {
    try (var files = Files.walk(root, DEPTH)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Says what is there in place of weights that can be read. */
  static CheckpointException withoutWeights(String where, Collection<String> names) {
    List<String> others = names.stream().filter(OTHER_WEIGHTS.asMatchPredicate()).sorted().toList();
    return new CheckpointException(
        "No checkpoint in %s: neither %s nor %s nor a TensorFlow %s file%s."
            .formatted(
                where,
                Safetensors.FILE,
                TorchCheckpoint.FILE,
                TensorFlowBundle.INDEX_SUFFIX,
                others.isEmpty() ? "" : ", only " + String.join(", ", others)));
  }

  Checkpoint open() throws IOException {
    String name = weights.getFileName().toString();
    if (name.equals(Safetensors.FILE) || name.equals(Safetensors.INDEX)) {
      return Safetensors.open(folder);
    }
    return name.equals(TorchCheckpoint.FILE) || name.equals(TorchCheckpoint.INDEX)
        ? TorchCheckpoint.open(folder)
        : TensorFlowBundle.open(weights);
  }

  Configuration configuration() throws IOException {
    for (String name : List.of("config.json", "bert_config.json")) {
      Optional<Path> file = find(name);
      if (file.isPresent()) {
        return Configuration.read(file.get());
      }
    }
    return Configuration.NONE;
  }

  /** A file of the model itself: one in another folder describes something else. */
  Optional<Path> find(String name) {
    return places().stream()
        .map(place -> place.resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private List<Path> places() {
    return List.of(folder, folder.resolve(ASSETS), weights.getParent());
  }

  /** As an SPDX identifier. Publishers state it for people, in one file or another. */
  String licence() throws IOException {
    List<Path> places = new ArrayList<>(places());
    for (Path above = folder; !above.equals(root); above = above.getParent()) {
      places.add(above.getParent());
    }
    for (Path place : places) {
      for (String name : List.of("README.md", "LICENSE", "THIRD-PARTY.txt")) {
        Path file = place.resolve(name);
        // Whatever it is written in: the words that count are ASCII.
        if (Files.isRegularFile(file)
            && APACHE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find()) {
          return "Apache-2.0";
        }
      }
    }
    return "unknown";
  }
}
