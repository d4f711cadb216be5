package dev.tiankong.inference;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The server's model, loaded as the application starts. Without one the application still runs, so
 * that batches are accepted and somebody can read {@link #problem()}.
 */
@ApplicationScoped
public class LoadedModel implements MaskFiller {

  private static final Logger LOG = Logger.getLogger(LoadedModel.class.getName());

  private final ModelDirectory directory;

  private volatile DjlMaskFiller filler;
  private volatile String problem = "The model is still being loaded.";

  /** For CDI's proxy, which never loads anything. */
  protected LoadedModel() {
    this.directory = null;
  }

  @Inject
  LoadedModel(
      @ConfigProperty(name = "tiankong.home") Optional<String> home,
      @ConfigProperty(name = "tiankong.model", defaultValue = "bert-base-multilingual-cased")
          String model) {
    Path folder = home.map(Path::of).orElse(Path.of(System.getProperty("user.home"), ".tiankong"));
    this.directory = new ModelDirectory(folder.resolve("models").resolve(model));
  }

  void load(@Observes @Initialized(ApplicationScoped.class) Object start) {
    if (!directory.exists()) {
      problem = "There is no model in " + directory.path() + ". Import one first.";
      LOG.warning(problem);
      return;
    }
    try {
      filler = DjlMaskFiller.load(directory);
      LOG.info(() -> "Loaded the model " + directory.path());
    } catch (IOException | RuntimeException | LinkageError e) {
      problem = "The model in " + directory.path() + " does not load: " + e.getMessage();
      LOG.log(Level.SEVERE, problem, e);
    }
  }

  @PreDestroy
  void close() {
    DjlMaskFiller loaded = filler;
    problem = "The server is stopping.";
    filler = null;
    if (loaded != null) {
      loaded.close();
    }
  }

  /** Why no text can be filled now. */
  public Optional<String> problem() {
    return filler == null ? Optional.of(problem) : Optional.empty();
  }

  @Override
  public String model() {
    return directory.path().getFileName().toString();
  }

  @Override
  public Optional<Outcome.Refused> refuse(String text) {
    return Refusals.of(text);
  }

  @Override
  public int cost(String text) {
    return TokenBudget.cost(text);
  }

  @Override
  public List<Outcome> fill(List<String> texts, int topK) {
    DjlMaskFiller loaded = filler;
    if (loaded == null) {
      throw new ModelUnavailableException(problem);
    }
    return loaded.fill(texts, topK);
  }
}
