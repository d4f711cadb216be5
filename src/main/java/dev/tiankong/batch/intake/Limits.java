package dev.tiankong.batch.intake;

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

  public int texts() {
    return texts;
  }

  public int characters() {
    return characters;
  }
}
