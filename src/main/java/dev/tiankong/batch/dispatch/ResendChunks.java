package dev.tiankong.batch.dispatch;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.Chunks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Sends the messages of chunks again that the broker has lost. */
@ApplicationScoped
public class ResendChunks {

  private static final System.Logger LOG = System.getLogger(ResendChunks.class.getName());

  @PersistenceContext EntityManager entityManager;
  @Inject Chunks chunks;
  @Inject WorkQueue queue;

  /**
   * Looks after chunks that nothing was heard of. A worker that is alive is not disturbed: it
   * touched its chunk when it began, and its transaction ends before the lease does.
   *
   * @param lease how long a chunk may go untouched, by the database's clock
   * @return those whose message was sent again
   */
  @Transactional
  public List<ChunkId> untouchedFor(Duration lease) {
    List<ChunkId> lost = untouched(lease).stream().filter(chunk -> !queue.holds(chunk)).toList();
    lost.forEach(this::send);
    return lost;
  }

  /** Gives a chunk new deliveries that waits for one; its old ones were used up by an outage. */
  @Transactional(TxType.REQUIRES_NEW)
  public void again(ChunkId id) {
    chunks.lock(id).filter(Chunk::isQueued).ifPresent(chunk -> send(id));
  }

  private void send(ChunkId id) {
    queue.enqueue(id, entityManager.find(Batch.class, id.batchId()).label().priority());
    LOG.log(DEBUG, "The message of chunk {0} is sent again", id);
  }

  /** Touches the chunks that it gives, so that each is looked after once in a lease. */
  private List<ChunkId> untouched(Duration lease) {
    List<?> rows =
        entityManager
            .createNativeQuery(
                """
                update chunk c set state = c.state
                from (
                  select batch_id, number from chunk
                  where state = 'QUEUED' and touched_at < now() - make_interval(secs => :lease)
                  order by touched_at
                  limit 100
                  -- Another server that looks, too, takes the next ones.
                  for update skip locked
                ) untouched
                where c.batch_id = untouched.batch_id and c.number = untouched.number
                returning c.batch_id, c.number
                """,
                Tuple.class)
            .setParameter("lease", lease.toSeconds())
            .getResultList();
    return rows.stream()
        .map(row -> (Tuple) row)
        .map(row -> new ChunkId(row.get("batch_id", UUID.class), row.get("number", Integer.class)))
        .toList();
  }
}
