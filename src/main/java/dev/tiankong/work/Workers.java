package dev.tiankong.work;

import dev.tiankong.batch.ClaimedChunk;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

  private final List<Worker> workers = new ArrayList<>();

  @PostConstruct
  void open() {
    for (int i = 0; i < number; i++) {
      hire();
    }
  }

  private Worker hire() {
    Worker worker = new Worker();
    workers.add(worker);
    return worker;
  }

  void during(ClaimedChunk chunk, Runnable work) {
    Worker worker = begin(chunk);
    boolean done = false;
    try {
      work.run();
      done = true;
    } finally {
      end(worker, done);
    }
  }

  private synchronized Worker begin(ClaimedChunk chunk) {
    Worker free = workers.stream().filter(Worker::isFree).findFirst().orElseGet(this::hire);
    free.begin(chunk, clock.instant());
    return free;
  }

  private synchronized void end(Worker worker, boolean done) {
    worker.end(done, clock.instant());
  }

  /** One entry for each of them, always in the same order. */
  public synchronized List<Activity> now() {
    return workers.stream().map(worker -> worker.activity(clock.instant())).toList();
  }
}
