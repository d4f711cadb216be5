package dev.tiankong.inference;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The models in the server's home. The default one is loaded as the application starts; without it
 * the application still runs, so that somebody can read {@link #problem()}.
 */
@ApplicationScoped
class InstalledModels implements ModelCatalogue {

  private static final Logger LOG = Logger.getLogger(InstalledModels.class.getName());

  private final Path folder;
  private final String defaultName;
  private final PrecisionChoice precision;
  private final LoadedModels loaded;

  private volatile String problem = "The model is still being loaded.";

  /** For CDI's proxy, which never loads anything. */
  protected InstalledModels() {
    this.folder = null;
    this.defaultName = null;
    this.precision = null;
    this.loaded = null;
  }

  @Inject
  InstalledModels(
      @ConfigProperty(name = "tiankong.home") Optional<String> home,
      @ConfigProperty(name = "tiankong.model", defaultValue = "bert-base-multilingual-cased")
          String defaultName,
      @ConfigProperty(name = "tiankong.models.loaded", defaultValue = "2") int mostLoaded,
      @ConfigProperty(name = "tiankong.precision", defaultValue = PrecisionChoice.AUTO)
          String precision,
      Event<ForwardPass> passes) {
    this(home, defaultName, mostLoaded, precision, (Consumer<ForwardPass>) passes::fire);
  }

  /**
   * @param passes hears of each run of a network
   */
  InstalledModels(
      Optional<String> home,
      String defaultName,
      int mostLoaded,
      String precision,
      Consumer<ForwardPass> passes) {
    Path base = home.map(Path::of).orElse(Path.of(System.getProperty("user.home"), ".tiankong"));
    this.folder = base.resolve("models");
    this.defaultName = defaultName;
    this.precision = new PrecisionChoice(precision, Processor.local());
    this.loaded = new LoadedModels(mostLoaded, this.precision, passes);
  }

  void load(@Observes @Initialized(ApplicationScoped.class) Object start) {
    try {
      loaded.use(find(defaultName), DjlMaskFiller::digest);
      problem = null;
      LOG.info(() -> "Loaded the model " + folder.resolve(defaultName));
    } catch (Refusal e) {
      problem = e.getMessage();
      LOG.warning(problem);
    } catch (ModelUnavailableException e) {
      problem = e.getMessage();
      LOG.log(Level.SEVERE, problem, e);
    }
  }

  @PreDestroy
  void close() {
    problem = LoadedModels.STOPPING;
    loaded.close();
  }

  @Override
  public Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public String defaultName() {
    return defaultName;
  }

  @Override
  public List<ModelCard> installed() {
    return directories().flatMap(directory -> readable(directory).stream()).toList();
  }

  @Override
  public Instant installedAt(ModelCard card) {
    try {
      return new ModelDirectory(folder.resolve(card.origin().name())).writtenAt();
    } catch (IOException e) {
      // Its folder has another name, or is gone.
      LOG.log(Level.FINE, e, e::getMessage);
      return Instant.EPOCH;
    }
  }

  @Override
  public List<String> loaded() {
    return loaded.names();
  }

  @Override
  public Optional<Precision> precision(ModelCard card) {
    try {
      return Optional.of(precision.among(card.weights()));
    } catch (IOException | IllegalArgumentException e) {
      // Whoever asks for the model is told what is wrong.
      LOG.log(Level.FINE, e, e::getMessage);
      return Optional.empty();
    }
  }

  @Override
  public MaskFiller get(String name) {
    return new InstalledModel(find(name), loaded);
  }

  private ModelDirectory find(String name) {
    if (ModelDirectory.isName(name)) {
      ModelDirectory directory = new ModelDirectory(folder.resolve(name));
      if (directory.exists()) {
        return directory;
      }
    }
    throw unknown(name);
  }

  private Refusal unknown(String name) {
    List<String> known = directories().map(ModelDirectory::name).toList();
    return new Refusal(
        ProblemCode.UNKNOWN_MODEL,
        Sentence.of(
                known.isEmpty()
                    ? "There is no model \"{found}\". No model is installed: import one first."
                    : "There is no model \"{found}\". Installed: {known}.")
            .with(Sentence.OPTION, "model")
            .with("found", name)
            .with("known", known));
  }

  private Stream<ModelDirectory> directories() {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .sorted()
          .map(ModelDirectory::new)
          .filter(ModelDirectory::exists)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Whoever asks for one that is not readable is told what is wrong with it.
  private static Optional<ModelCard> readable(ModelDirectory directory) {
    try {
      return Optional.of(directory.card());
    } catch (IOException e) {
      LOG.log(Level.FINE, e, e::getMessage);
      return Optional.empty();
    }
  }
}
