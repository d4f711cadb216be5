package dev.tiankong.work;

import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.WorkerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** One that takes a chunk after the other. Not for several threads. */
final class Worker {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final WorkerId id;
  private final Deque<Done> done = new ArrayDeque<>();
  private boolean free = true;
  private ClaimedChunk chunk;
  private Instant since;

  private record Done(Instant at, int texts) {}

  Worker(WorkerId id) {
    this.id = id;
  }

  WorkerId id() {
    return id;
  }

  boolean isFree() {
    return free;
  }

  void setFree(boolean free) {
    this.free = free;
  }

  void begin(ClaimedChunk chunk, Instant now) {
    this.chunk = chunk;
    since = now;
  }

  /**
   * @param finished whether the chunk has its answers, rather than an attempt that failed
   */
  void end(boolean finished, Instant now) {
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

  Activity activity(Instant now) {
    forgetOld(now);
    int texts = done.stream().mapToInt(Done::texts).sum();
    return new Activity(chunk == null ? null : chunk.id(), since, done.size(), texts);
  }
}
