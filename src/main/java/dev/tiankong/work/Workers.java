package dev.tiankong.work;

import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.WorkerId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What the workers of this server are at. A worker is whoever holds a place here: the container
 * does not tell its sessions apart, so that a chunk is given to the first place that is free.
 */
@ApplicationScoped
public class Workers {

  @Inject Clock clock;

  /** The same as in {@link ChunkListener}. */
  @Inject
  @ConfigProperty(name = "tiankong.workers", defaultValue = "2")
  int number;

  @Inject
  @ConfigProperty(name = "tiankong.node", defaultValue = "tiankong")
  String node;

  private final List<Worker> workers = new ArrayList<>();

  @PostConstruct
  void open() {
    for (int i = 0; i < number; i++) {
      hire();
    }
  }

  private Worker hire() {
    Worker worker = new Worker(new WorkerId(node, workers.size() + 1));
    workers.add(worker);
    return worker;
  }

  /** Lets somebody take a place, and with it a name, for as long as the work lasts. */
  void employ(Consumer<Place> work) {
    Worker worker = take();
    try {
      work.accept(new Place(worker));
    } finally {
      leave(worker);
    }
  }

  private synchronized Worker take() {
    Worker free = workers.stream().filter(Worker::isFree).findFirst().orElseGet(this::hire);
    free.setFree(false);
    return free;
  }

  private synchronized void leave(Worker worker) {
    worker.setFree(true);
  }

  /** Where somebody works. */
  final class Place {

    private final Worker worker;

    private Place(Worker worker) {
      this.worker = worker;
    }

    WorkerId id() {
      return worker.id();
    }

    void during(ClaimedChunk chunk, Runnable work) {
      begin(worker, chunk);
      boolean done = false;
      try {
        work.run();
        done = true;
      } finally {
        end(worker, done);
      }
    }
  }

  private synchronized void begin(Worker worker, ClaimedChunk chunk) {
    worker.begin(chunk, clock.instant());
  }

  private synchronized void end(Worker worker, boolean done) {
    worker.end(done, clock.instant());
  }

  /** One entry for each of them, always in the same order. */
  public synchronized List<Activity> now() {
    return workers.stream().map(worker -> worker.activity(clock.instant())).toList();
  }
}
