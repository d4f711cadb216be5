package dev.tiankong.checkpoint;

import dev.tiankong.inference.ModelCard.Origin;
import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Precision;
import dev.tiankong.inference.TokenizerTrial;
import dev.tiankong.inference.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a published BERT into a model directory that the server loads. */
public final class ImportModel {

  /** All but int8, which has to be tried first: that takes the engine, and minutes. */
  public static final Set<String> USUAL_PRECISIONS = Set.of("fp32", "bf16");

  private final Source source;
  private final Set<Precision> precisions;
  private final Staging staging;
  private final Progress progress;

  private ImportModel(
      Source source, Set<Precision> precisions, Staging staging, Progress progress) {
    this.source = source;
    this.precisions = precisions;
    this.staging = staging;
    this.progress = progress;
  }

  /** Imports a model from a file or folder in the usual precisions. */
  public static Path run(Path source, String name, Path models, Progress progress)
      throws IOException {
    return run(Source.local(source), name, models, USUAL_PRECISIONS, progress);
  }

  /**
   * Imports a model; one of the same name is replaced, at the very end and in one step.
   *
   * @param name what the server will call the model
   * @param models where model directories lie
   * @param precisions in which the server may load it; fp32 is always among them
   * @return the finished model directory
   * @throws CheckpointException when the source cannot be used
   */
  public static Path run(
      Source source, String name, Path models, Set<String> precisions, Progress progress)
      throws IOException {
    if (!ModelDirectory.isName(name)) {
      throw new IllegalArgumentException(
          "\"%s\" cannot be a model's name: use letters, digits, dots, dashes.".formatted(name));
    }
    Set<Precision> wanted = precisions.stream().map(Precision::of).collect(Collectors.toSet());
    try (Staging staging = Staging.open(models, name)) {
      new ImportModel(source, wanted, staging, progress).run();
      return staging.publish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
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
    Path fetched = source.fetch(staging.unpacked(), progress);
    Publication publication = Publication.in(fetched, source.label());
    ModelDirectory model = new ModelDirectory(staging.model());
    PublishedTokenizer.write(publication, model.tokenizer());
    Vocabulary vocabulary = readTokenizer(model.tokenizer());
    try (Checkpoint checkpoint = publication.open()) {
      Parts parts = new Parts(checkpoint, publication.weights().getFileName().toString());
      Bert bert = BertReader.read(parts, publication.configuration(), vocabulary);
      Origin origin = new Origin(staging.name(), source.label(), publication.licence());
      new ModelWriter(model, origin, bert, progress).write(precisions);
    }
    source.release();
  }

  private static Vocabulary readTokenizer(Path file) throws IOException {
    try {
      Vocabulary vocabulary = Vocabulary.read(file);
      TokenizerTrial.run(file, vocabulary);
      return vocabulary;
    } catch (IOException e) {
      throw new CheckpointException(e.getMessage(), e);
    }
  }
}
