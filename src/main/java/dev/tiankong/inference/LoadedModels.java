package dev.tiankong.inference;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps a few models in memory: those that were used last. One that computes is never closed, so
 * for a while there may be more of them than wanted.
 */
final class LoadedModels implements AutoCloseable {

  static final String STOPPING = "The server is stopping.";

  // Least recently used first.
  private final Map<ModelDirectory, Place> places = new LinkedHashMap<>(8, 0.75f, true);

  private final int most;
  private final PrecisionChoice precision;
  private final Consumer<ForwardPass> passes;
  private boolean closed;

  /**
   * @param passes hears of each run of a network
   */
  LoadedModels(int most, PrecisionChoice precision, Consumer<ForwardPass> passes) {
    this.most = most;
    this.precision = precision;
    this.passes = passes;
  }

  /**
   * Computes with a model, which is loaded before if need be.
   *
   * @throws ModelUnavailableException when it cannot be loaded
   */
  <T> T use(ModelDirectory directory, Function<DjlMaskFiller, T> computation) {
    Place place = enter(directory);
    try {
      return computation.apply(place.model());
    } finally {
      leave(place);
    }
  }

  private synchronized Place enter(ModelDirectory directory) {
    if (closed) {
      throw new ModelUnavailableException(STOPPING);
    }
    Place place = places.computeIfAbsent(directory, Place::new);
    place.users++;
    closeSurplus();
    return place;
  }

  private synchronized void leave(Place place) {
    place.users--;
    closeSurplus();
  }

  private void closeSurplus() {
    Iterator<Place> eldestFirst = places.values().iterator();
    int surplus = places.size() - (closed ? 0 : most);
    while (surplus > 0 && eldestFirst.hasNext()) {
      Place place = eldestFirst.next();
      if (place.users == 0) {
        eldestFirst.remove();
        place.close();
        surplus--;
      }
    }
  }

  /** Names of those that are in memory, the least recently used first. */
  synchronized List<String> names() {
    return places.values().stream()
        .filter(place -> place.model != null)
        .map(place -> place.directory.name())
        .toList();
  }

  /** Closes each model as soon as nobody computes with it. */
  @Override
  public synchronized void close() {
    closed = true;
    closeSurplus();
  }

  /** Where one model is or will be. */
  private final class Place {

    private final ModelDirectory directory;
    // Read without the lock that whoever loads it holds for seconds.
    private volatile DjlMaskFiller model;
    private int users;

    Place(ModelDirectory directory) {
      this.directory = directory;
    }

    // Loading takes seconds: it keeps only those waiting who need the same model.
    synchronized DjlMaskFiller model() {
      if (model == null) {
        try {
          model = DjlMaskFiller.load(directory, precision, passes);
        } catch (IOException | RuntimeException | LinkageError e) {
          throw new ModelUnavailableException(
              "The model in %s does not load: %s".formatted(directory.path(), e.getMessage()), e);
        }
      }
      return model;
    }

    synchronized void close() {
      if (model != null) {
        model.close();
      }
    }
  }
}
