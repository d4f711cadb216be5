package dev.tiankong.checkpoint;

import dev.tiankong.inference.ModelCard;
import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Precision;
import dev.tiankong.inference.Vocabulary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Turns a published BERT into a model directory that the server loads. */
public final class ImportModel {

  private static final int BUFFER = 1 << 16;
  private static final long MEGABYTE = 1_000_000;

  private final Path source;
  private final String name;
  private final Staging staging;
  private final Progress progress;

  private ImportModel(Path source, String name, Staging staging, Progress progress) {
    this.source = source;
    this.name = name;
    this.staging = staging;
    this.progress = progress;
  }

  /**
   * Imports a model; one of the same name is replaced, at the very end and in one step.
   *
   * @param source a jar or zip of a TensorFlow model, or a folder as TensorFlow or Hugging Face
   *     have it
   * @param name what the server will call the model
   * @param models where model directories lie
   * @return the finished model directory
   * @throws CheckpointException when the source cannot be used
   */
  public static Path run(Path source, String name, Path models, Progress progress)
      throws IOException {
    if (!ModelDirectory.isName(name)) {
      throw new IllegalArgumentException(
          "\"%s\" cannot be a model's name: use letters, digits, dots, dashes.".formatted(name));
    }
    try (Staging staging = Staging.open(models, name)) {
      new ImportModel(source.toRealPath(), name, staging, progress).run();
      return staging.publish();
    }
  }

  /** Whether such a model is there, written by an import that this version understands. */
  public static boolean isUsable(String name, Path models) {
    try {
      return new ModelDirectory(models.resolve(name)).card() != null;
    } catch (IOException e) {
      return false;
    }
  }

  private void run() throws IOException {
    Path folder = source;
    if (!Files.isDirectory(source)) {
      folder = staging.unpacked();
      Unpacking.unpack(source, folder, progress);
    }
    Publication publication = Publication.in(folder);
    ModelDirectory model = new ModelDirectory(staging.model());
    publication.writeTokenizer(model.tokenizer());
    try (Checkpoint checkpoint = publication.open()) {
      Vocabulary vocabulary = Vocabulary.read(model.tokenizer());
      Bert bert = BertReader.read(checkpoint, publication.configuration(), vocabulary);
      Map<Precision, ModelCard.Weights> weights = new EnumMap<>(Precision.class);
      for (Precision precision : Precision.values()) {
        weights.put(precision, writeWeights(bert, precision, model.weights(precision)));
      }
      model.write(card(bert, weights, publication.licence()));
    }
  }

  private ModelCard.Weights writeWeights(Bert bert, Precision precision, Path file)
      throws IOException {
    TorchScript script = new TorchScript(bert, precision);
    MessageDigest sha256 = sha256();
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), BUFFER), sha256)) {
      script.write(
          out,
          done ->
              progress.report(
                  "Writing %s in %s".formatted(name, precision.label()), done, script.size()));
    }
    return new ModelCard.Weights(Files.size(file), HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  private ModelCard card(Bert bert, Map<Precision, ModelCard.Weights> weights, String licence) {
    return new ModelCard(
        new ModelCard.Origin(name, source.getFileName().toString(), licence),
        weights,
        bert.architecture(),
        bert.positions());
  }

  /** The command line: source, name, and the folder of models unless it is the usual one. */
  public static void main(String[] arguments) {
    if (arguments.length < 2 || arguments.length > 3) {
      System.err.println("Usage: ImportModel SOURCE NAME [MODELS]");
      System.exit(2);
    }
    Path models =
        arguments.length == 3
            ? Path.of(arguments[2])
            : Path.of(System.getProperty("user.home"), ".tiankong", "models");
    try (ProgressBar bar = new ProgressBarBuilder().setUnit(" MB", MEGABYTE).build()) {
      Path model = run(Path.of(arguments[0]), arguments[1], models, on(bar));
      bar.setExtraMessage(model.toString());
    } catch (IOException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static Progress on(ProgressBar bar) {
    return (step, done, total) -> bar.setExtraMessage(step).maxHint(total).stepTo(done);
  }
}
