package dev.tiankong.inference;

import dev.tiankong.wording.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The models that can be asked to fill masks. */
public interface ModelCatalogue {

  /** All that can be read, by name. */
  List<ModelCard> installed();

  /** When a model was installed; the epoch if that cannot be read. */
  Instant installedAt(ModelCard card);

  /** Names of those in memory now. */
  List<String> loaded();

  /** The weights that this server loads of a model; none if its setting forbids all that it has. */
  Optional<Precision> precision(ModelCard card);

  /** The model for whoever names none. */
  String defaultName();

  /**
   * A model to fill masks with. It is loaded when it is first needed, and stays valid when others
   * push it out of memory.
   *
   * @throws Refusal when no model of that name is installed
   * @throws ModelUnavailableException when it is installed but cannot be used
   */
  MaskFiller get(String name);

  /** Why the default model cannot be used now. */
  Optional<String> problem();
}
