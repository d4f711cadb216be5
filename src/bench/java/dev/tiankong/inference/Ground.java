package dev.tiankong.inference;

import dev.tiankong.checkpoint.ImportModel;
import dev.tiankong.checkpoint.Progress;
import dev.tiankong.checkpoint.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What all measures stand on: the default model, imported once, and real sentences. */
final class Ground {

  static final int CORES = 2;

  private static final String NAME = "bert-base-multilingual-cased";
  private static final Set<String> PRECISIONS = Set.of("fp32", "bf16", "int8");
  private static final Path SENTENCES =
      Path.of("src/main/resources/dev/tiankong/checkpoint/sentences.txt");

  private final Path home;
  private final Path source;
  private final String python;

  private Ground(Path home, Path source, String python) {
    this.home = home;
    this.source = source;
    this.python = python;
  }

  /** As the build says by system properties. */
  static Ground local() {
    return new Ground(
        Path.of(System.getProperty("bench.home")),
        Path.of(System.getProperty("tiankong.model.source")),
        System.getProperty("bench.python"));
  }

  /** All sentences, one mask in each. */
  List<String> sentences() throws IOException {
    return Files.readAllLines(SENTENCES);
  }

  ModelDirectory model() throws IOException {
    Path models = Files.createDirectories(home.resolve("models"));
    Path model = models.resolve(NAME);
    if (!ImportModel.isUsable(NAME, models)) {
      System.out.println("Importing the default model …");
      ImportModel.run(Source.local(source), NAME, models, PRECISIONS, Progress.NONE);
    }
    return new ModelDirectory(model);
  }

  DjlMaskFiller load(String precision) throws IOException {
    return DjlMaskFiller.load(
        model(), new PrecisionChoice(precision, Processor.local()), pass -> {});
  }

  /** Hugging Face's pipeline on the same weights and some sentences. */
  Peer peer(List<String> sentences) throws IOException {
    Path model = home.resolve("hugging-face");
    // Written last.
    if (!Files.exists(model.resolve("model.safetensors"))) {
      System.out.println("Exporting the default model for the peer …");
      Peer.export(python, source, model);
    }
    Path file = Files.write(home.resolve("sentences.txt"), sentences);
    return Peer.start(python, model, file);
  }
}
