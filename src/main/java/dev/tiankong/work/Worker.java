package dev.tiankong.work;

import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.WorkerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A place at which one chunk after the other is worked on. Others ask what it does meanwhile. */
final class Worker implements AutoCloseable {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final WorkerId id;
  private final Clock clock;
  private final Deque<Done> done = new ArrayDeque<>();
  private boolean taken;
  private ClaimedChunk chunk;
  private Instant since;

  private record Done(Instant at, int texts) {}

  Worker(WorkerId id, Clock clock) {
    this.id = id;
    this.clock = clock;
  }

  WorkerId id() {
    return id;
  }

  /** Returns false if another thread has it. */
  synchronized boolean take() {
    boolean free = !taken;
    taken = true;
    return free;
  }

  /** Lets another thread take it. */
  @Override
  public synchronized void close() {
    taken = false;
  }

  synchronized void begin(ClaimedChunk chunk) {
    this.chunk = chunk;
    since = clock.instant();
  }

  /**
   * @param finished whether the chunk has its answers, rather than an attempt that failed
   */
  synchronized void end(boolean finished) {
    Instant now = clock.instant();
    if (finished) {
      done.addLast(new Done(now, chunk.items().size()));
    }
    chunk = null;
    since = null;
    forgetOld(now);
  }

  private void forgetOld(Instant now) {
    while (!done.isEmpty() && done.peekFirst().at().isBefore(now.minus(MINUTE))) {
      done.removeFirst();
    }
  }

  synchronized Workers.Activity activity() {
    forgetOld(clock.instant());
    int texts = done.stream().mapToInt(Done::texts).sum();
    return new Workers.Activity(chunk == null ? null : chunk.id(), since, done.size(), texts);
  }
}
