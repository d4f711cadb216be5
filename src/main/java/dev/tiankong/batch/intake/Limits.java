package dev.tiankong.batch.intake;

import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much one body may ask for. */
@ApplicationScoped
public class Limits {

  @Inject
  @ConfigProperty(name = "tiankong.batch.max.texts", defaultValue = "1000000")
  int texts;

  @Inject
  @ConfigProperty(name = "tiankong.text.max.characters", defaultValue = "100000")
  int characters;

  /** Each is a column of the exported table, in every record. */
  @Inject
  @ConfigProperty(name = "tiankong.batch.max.columns", defaultValue = "256")
  int columns;

  public int texts() {
    return texts;
  }

  public int characters() {
    return characters;
  }

  int columns() {
    return columns;
  }

  /**
   * @param index the text's place among those that it came with
   * @throws ProblemException if it is too long
   */
  public void requireFits(int index, String text) {
    if (text.length() > characters) {
      throw Problem.unprocessable(
              "text-too-long",
              "Text %d has %d characters, and may have %d: cut it into several."
                  .formatted(index, text.length(), characters))
          .toException();
    }
  }
}
