package dev.tiankong.batch.dispatch;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Chunk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many chunks of one user are in the queue at a time. A small window keeps the queue short: who
 * submits ten texts waits behind a few chunks of everybody, not behind all of a huge batch, and
 * users who have much to do get the workers in turn.
 *
 * <p>Within a user's window, chunks of the highest priority go first, and among those the ones of
 * the batch that has the fewest in the queue.
 */
@ApplicationScoped
public class DispatchWindow {

  private static final int LEAST = 8;

  /** In so many it empties, before it is filled again. */
  private static final int STEPS = 4;

  @PersistenceContext EntityManager entityManager;
  @Inject WorkQueue queue;

  private int size;

  protected DispatchWindow() {
    // For the client proxy.
  }

  /**
   * @param chosen size; unless given, a user alone keeps this server's workers busy
   */
  @Inject
  DispatchWindow(
      @ConfigProperty(name = "tiankong.dispatch.window") Optional<Integer> chosen,
      @ConfigProperty(name = "tiankong.workers", defaultValue = "2") int workers) {
    size = chosen.orElse(Math.max(LEAST, 2 * workers));
  }

  /**
   * Sends as many of a user's chunks as there is room for. To be called whenever one has come to
   * wait for it. Nobody waits here for what others are just doing: the window may be over full or
   * under full for a moment, and if it is empty, {@link RefillWindows} notices.
   */
  public void fill(String owner) {
    fill(owner, 1);
  }

  /**
   * The same after a chunk has left the window, once there is room for a few: to look for one takes
   * as long as to look for several.
   */
  public void refill(String owner) {
    fill(owner, Math.max(1, size / STEPS));
  }

  private void fill(String owner, int least) {
    entityManager.flush();
    long room = size - queued(owner);
    if (room >= least) {
      waiting(owner, room).forEach(this::send);
    }
  }

  private long queued(String owner) {
    return entityManager
        .createQuery(
            """
            select count(c) from Chunk c join Batch b on b.id = c.id.batchId
            where b.owner = :owner and c.state = QUEUED
            """,
            Long.class)
        .setParameter("owner", owner)
        .getSingleResult();
  }

  private List<Chunk> waiting(String owner, long most) {
    return entityManager
        .createNativeQuery(
            """
            select c.*
            from batch b
            cross join lateral (
              select next.*, row_number() over (order by number) as turn
              from (
                select * from chunk
                where batch_id = b.id and state = 'READY'
                order by number
                limit :most
                -- Those that a cancel or another worker has are not waited for.
                for update skip locked
              ) next
            ) c
            where b.owner = :owner and b.state in ('QUEUED', 'RUNNING')
            order by
              b.priority desc,
              c.turn + (
                select count(*) from chunk q where q.batch_id = b.id and q.state = 'QUEUED'
              ),
              b.created_at,
              b.id
            limit :most
            """,
            Chunk.class)
        .setParameter("owner", owner)
        .setParameter("most", most)
        .getResultList();
  }

  /** Sends chunks that take the place of one that was in the queue. */
  public void replace(List<Chunk> chunks) {
    chunks.forEach(this::send);
  }

  private void send(Chunk chunk) {
    chunk.enqueue();
    queue.enqueue(
        chunk.id(), entityManager.find(Batch.class, chunk.id().batchId()).label().priority());
  }
}
