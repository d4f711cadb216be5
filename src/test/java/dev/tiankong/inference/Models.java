package dev.tiankong.inference;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Opens model directories for tests of other packages. */
public final class Models {

  private Models() {}

  /** Fills texts with one model and closes it. */
  public static List<Outcome> fill(Path model, List<String> texts, int topK) throws IOException {
    try (DjlMaskFiller filler = DjlMaskFiller.load(new ModelDirectory(model))) {
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
