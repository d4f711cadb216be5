package dev.tiankong.work;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.WorkerId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The workers of this server. The container does not tell the sessions of {@link ChunkListener}
 * apart, so each of them takes the first worker that is free.
 */
@ApplicationScoped
public class Workers {

  @Inject Clock clock;

  /** The same as maxSession of {@link ChunkListener} in ejb-jar.xml. */
  @Inject
  @ConfigProperty(name = "tiankong.workers", defaultValue = "2")
  int number;

  @Inject
  @ConfigProperty(name = "tiankong.node", defaultValue = "tiankong")
  String node;

  private final List<Worker> workers = new ArrayList<>();

  /**
   * What a worker does.
   *
   * @param chunk null if it waits for one
   * @param since when it began on the chunk; null without one
   * @param chunks finished in the last minute
   * @param texts answered in the last minute
   */
  public record Activity(ChunkId chunk, Instant since, int chunks, int texts) {}

  @PostConstruct
  void open() {
    for (int i = 0; i < number; i++) {
      add();
    }
  }

  private Worker add() {
    Worker worker = new Worker(new WorkerId(node, workers.size() + 1), clock);
    workers.add(worker);
    return worker;
  }

  /** Until it is closed, the worker is nobody else's. */
  synchronized Worker take() {
    return workers.stream().filter(Worker::take).findFirst().orElseGet(this::addTaken);
  }

  private Worker addTaken() {
    Worker worker = add();
    worker.take();
    return worker;
  }

  /** One entry for each worker, always in the same order. */
  public synchronized List<Activity> now() {
    return workers.stream().map(Worker::activity).toList();
  }
}
