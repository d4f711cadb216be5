package dev.tiankong.work;

import static java.lang.System.Logger.Level.INFO;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.ClaimChunk;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.SettleChunk;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.TextTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;

/** What a worker does with a chunk: claim it, run the model, keep the results. */
@ApplicationScoped
class ProcessChunk {

  private static final System.Logger LOG = System.getLogger(ProcessChunk.class.getName());

  @Inject ClaimChunk claimChunk;
  @Inject TextTask task;
  @Inject SettleChunk settleChunk;

  /**
   * @throws RuntimeException if the attempt failed; the message must then be delivered again
   */
  @Transactional(TxType.MANDATORY)
  void process(ChunkId id) {
    // Empty: already final, this is a redelivery. Answering twice would double the counts.
    claimChunk.claim(id).ifPresent(this::attempt);
  }

  private void attempt(ClaimedChunk chunk) {
    List<TextAnswer> answers;
    try {
      answers = task.answer(chunk.texts(), chunk.options());
    } catch (RuntimeException | OutOfMemoryError e) {
      claimChunk.noteFailure(chunk, e.toString());
      throw e;
    }
    if (!settleChunk.finish(chunk, answers)) {
      LOG.log(INFO, "Chunk {0}: attempt {1} was overtaken", chunk.id(), chunk.attempt());
    }
  }
}
