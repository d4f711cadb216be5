package dev.tiankong.checkpoint;

import dev.tiankong.inference.ModelCard;
import dev.tiankong.inference.ModelCard.Origin;
import dev.tiankong.inference.ModelCard.Weights;
import dev.tiankong.inference.ModelDirectory;
import dev.tiankong.inference.Precision;
import dev.tiankong.inference.PrecisionCheck;
import dev.tiankong.inference.PrecisionReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;

/** Writes a model directory whose tokenizer is already there. */
final class ModelWriter {

  private static final int BUFFER = 1 << 16;

  private final ModelDirectory directory;
  private final Origin origin;
  private final Bert bert;
  private final Progress progress;
  private final Map<Precision, Weights> weights = new EnumMap<>(Precision.class);

  ModelWriter(ModelDirectory directory, Origin origin, Bert bert, Progress progress) {
    this.directory = directory;
    this.origin = origin;
    this.bert = bert;
    this.progress = progress;
  }

  /**
   * @param precisions beside fp32, which is always there to be compared with
   */
  void write(Set<Precision> precisions) throws IOException {
    write(Precision.FP32, bert);
    if (precisions.contains(Precision.BF16)) {
      write(Precision.BF16, bert);
    }
    if (precisions.contains(Precision.INT8)) {
      write(Precision.INT8, Quantization.of(bert));
      measure(Precision.INT8);
    }
    directory.write(card());
  }

  private ModelCard card() {
    return new ModelCard(origin, weights, bert.architecture(), bert.positions());
  }

  private void write(Precision precision, Bert rewritten) throws IOException {
    Path file = directory.weights(precision);
    TorchScript script = new TorchScript(rewritten, precision);
    String step = "Writing %s in %s".formatted(origin.name(), precision.label());
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), BUFFER), sha256)) {
      script.write(out, done -> progress.report(step, done, script.size()));
    }
    String checksum = HexFormat.of().formatHex(sha256.digest());
    weights.put(precision, new Weights(Files.size(file), checksum, Optional.empty()));
  }

  private void measure(Precision precision) throws IOException {
    PrecisionReport agreement = PrecisionCheck.of(directory, card(), precision, sentences());
    Weights measured = weights.get(precision);
    weights.put(
        precision, new Weights(measured.bytes(), measured.sha256(), Optional.of(agreement)));
  }

  private static List<String> sentences() {
    try (var sentences = ModelWriter.class.getResourceAsStream("sentences.txt")) {
      return new String(sentences.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
