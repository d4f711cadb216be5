package dev.tiankong.batch;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.List;

/**
 * Neighbouring items of a batch that one message hands to one worker.
 *
 * <p>A chunk is {@code READY} until its owner's dispatch window has room, then {@code QUEUED}: its
 * message is on the way, waiting for redelivery, or with a worker. Each worker that begins on it
 * takes the next attempt number, and only the holder of the latest may finish it. A chunk whose
 * first attempt came to nothing is {@code SPLIT}, until the text that is to blame stands alone;
 * unless the attempt is excused, because an outage ended it. A retry excuses all. One that is given
 * up, {@code FAILED}, is a dead letter until somebody tries it again or discards it.
 */
@Entity
@Table(name = "chunk")
public class Chunk {

  @EmbeddedId private ChunkId id;
  private int firstIndex;
  private int lastIndex;

  @Enumerated(EnumType.STRING)
  private ChunkState state;

  private int attempt;
  private int excused;
  private int succeeded;
  private int failed;
  private int recalled;
  private boolean counted = true;
  private boolean discarded;

  protected Chunk() {
    // For JPA.
  }

  public Chunk(ChunkId id, int firstIndex, int lastIndex) {
    this.id = id;
    this.firstIndex = firstIndex;
    this.lastIndex = lastIndex;
    this.state = ChunkState.READY;
  }

  public void enqueue() {
    require(state == ChunkState.READY, "sent");
    state = ChunkState.QUEUED;
  }

  /** Counts one more attempt and returns its number, from 1. */
  public int claim() {
    require(state == ChunkState.QUEUED, "claimed");
    return ++attempt;
  }

  /** Whether this attempt is still the one whose result counts. */
  public boolean isHeldBy(int attempt) {
    return state == ChunkState.QUEUED && this.attempt == attempt;
  }

  /** Says that the latest attempt came to nothing for a reason that lies outside of its texts. */
  public void excuse() {
    excused++;
  }

  /** Attempts that came to nothing, or may still; no text is to blame for those excused. */
  public int failures() {
    return attempt - excused;
  }

  /** Keeps how many of its texts had their answer from an earlier batch, until it ends. */
  public void countHits(int hits) {
    recalled += hits;
  }

  /** Back to waiting, because the batch is paused, or not due yet. */
  public void park() {
    require(state == ChunkState.QUEUED, "parked");
    state = ChunkState.READY;
  }

  public void finish(int succeeded, int failed) {
    require(state == ChunkState.QUEUED, "finished");
    state = ChunkState.DONE;
    keepCounts(succeeded, failed);
  }

  public void fail(int failed) {
    require(state == ChunkState.QUEUED, "given up");
    state = ChunkState.FAILED;
    keepCounts(0, failed);
  }

  /** Until {@link CountResults} adds them to the batch's. */
  private void keepCounts(int succeeded, int failed) {
    this.succeeded = succeeded;
    this.failed = failed;
    counted = false;
  }

  /** Says that nobody waits any more for those of its texts that were given up. */
  public void discard() {
    require(state == ChunkState.FAILED, "discarded");
    discarded = true;
  }

  /**
   * Hands the items to two new chunks.
   *
   * @param middle the last index of the first one
   * @param number of the first one; the second gets the next
   */
  public List<Chunk> split(int middle, int number) {
    require(state == ChunkState.QUEUED, "split");
    state = ChunkState.SPLIT;
    Chunk first = new Chunk(new ChunkId(id.batchId(), number), firstIndex, middle);
    // Counted once, with the end of one of them.
    first.recalled = recalled;
    recalled = 0;
    return List.of(first, new Chunk(new ChunkId(id.batchId(), number + 1), middle + 1, lastIndex));
  }

  private void require(boolean legal, String verb) {
    if (!legal) {
      throw new IllegalStateException("Chunk " + id + " is " + state + ": it cannot be " + verb);
    }
  }

  public ChunkId id() {
    return id;
  }

  public int firstIndex() {
    return firstIndex;
  }

  public int lastIndex() {
    return lastIndex;
  }

  public boolean isQueued() {
    return state == ChunkState.QUEUED;
  }

  public boolean isGivenUp() {
    return state == ChunkState.FAILED;
  }

  /** Whether its texts were given up, and neither tried again nor discarded since. */
  public boolean isDeadLetter() {
    return state == ChunkState.FAILED && counted && !discarded;
  }

  public int attempt() {
    return attempt;
  }
}
