package dev.tiankong.batch.intake;

import dev.tiankong.request.Characters;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much one body may ask for. */
@ApplicationScoped
public class IntakeLimits {

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

  /** Why a text cannot be worked on, if it is too long. */
  public Optional<ItemError> refuse(String text) {
    int length = Characters.count(text);
    return length > characters
        ? Optional.of(
            new ItemError(
                ItemErrorCode.TOO_LONG,
                Sentence.of(
                        "characters",
                        "The text has {found} characters, but at most {most} are allowed: split it.")
                    .with("found", length)
                    .with("most", characters)))
        : Optional.empty();
  }
}
