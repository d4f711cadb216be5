package dev.tiankong.work;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.dispatch.ResendChunks;
import dev.tiankong.logging.LogContext;
import dev.tiankong.outage.Patience;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Records the failure of chunks whose redeliveries are used up; one that has attempts left, because
 * outages were excused, is sent again. Configured in ejb-jar.xml.
 */
@MessageDriven
public class DeadLetterListener implements MessageListener {

  private static final System.Logger LOG = System.getLogger(DeadLetterListener.class.getName());

  @Inject WorkOnChunk workOnChunk;
  @Inject ResendChunks resendChunks;
  @Inject Patience patience;

  @Override
  public void onMessage(Message message) {
    ChunkId chunk;
    try {
      chunk = ChunkMessage.read(message);
    } catch (IllegalArgumentException e) {
      LOG.log(ERROR, "Dropped a dead letter without a chunk id: {0}", message);
      return;
    }
    try (LogContext log = LogContext.chunk(chunk.batchId(), chunk.number())) {
      if (!workOnChunk.giveUpIfExhausted(chunk)) {
        patience.outlast(() -> resendChunks.again(chunk));
      }
    }
  }
}
