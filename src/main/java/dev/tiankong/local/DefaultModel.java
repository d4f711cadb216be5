package dev.tiankong.local;

import dev.tiankong.checkpoint.CheckpointException;
import dev.tiankong.checkpoint.ImportModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The model that a fresh installation answers with: Google's BERT for a hundred languages. */
public final class DefaultModel {
  private static final String NAME = "bert-base-multilingual-cased";

  private DefaultModel() {}

  static boolean isIn(Path models) {
    return ImportModel.isUsable(NAME, models);
  }

  /**
   * Converts the published model: a minute's work, and nothing at the next start. After an update
   * it may have to be done again.
   */
  public static void provide(Path source, Path models) throws IOException {
    if (isIn(models)) {
      return;
    }
    Files.createDirectories(models);
    try (Bars bars = new Bars()) {
      ImportModel.run(source, NAME, models, bars);
    } catch (CheckpointException e) {
      throw new CannotStart(
          "The default model in " + source + " is damaged: delete it and start again.", e);
    }
  }
}
