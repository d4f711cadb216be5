package dev.tiankong.inference;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Opens model directories for tests of other packages. */
public final class Models {

  private Models() {}

  static PrecisionChoice choice(Precision precision) {
    Processor any = new Processor(Set.of());
    return new PrecisionChoice(precision.label(), any);
  }

  static DjlMaskFiller load(ModelDirectory model, Precision precision) throws IOException {
    return DjlMaskFiller.load(model, model.card(), precision);
  }

  /** Fills texts with one model and closes it. */
  public static List<FillOutcome> fill(
      Path model, Precision precision, List<String> texts, int topK) throws IOException {
    return fill(model, precision, texts, FillOptions.top(topK));
  }

  /** Fills texts with one model and closes it. */
  public static List<FillOutcome> fill(
      Path model, Precision precision, List<String> texts, FillOptions options) throws IOException {
    try (DjlMaskFiller filler = load(new ModelDirectory(model), precision)) {
      return filler.fill(texts, options);
    }
  }

  /** Something among the fixtures that {@code src/bench/golden} makes. */
  public static Path golden(String name) {
    try {
      return Path.of(Models.class.getResource("/golden/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
