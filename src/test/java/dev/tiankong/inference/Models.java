package dev.tiankong.inference;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Opens model directories for tests of other packages. */
public final class Models {

  private Models() {}

  static DjlMaskFiller load(ModelDirectory model, Precision precision) throws IOException {
    // Whether it is admitted or not.
    return DjlMaskFiller.load(model, model.card(), precision);
  }

  /** Fills texts with one model and closes it. */
  public static List<Outcome> fill(Path model, Precision precision, List<String> texts, int topK)
      throws IOException {
    try (DjlMaskFiller filler = load(new ModelDirectory(model), precision)) {
      return filler.fill(texts, FillOptions.top(topK));
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
