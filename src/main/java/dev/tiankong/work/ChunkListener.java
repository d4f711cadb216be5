package dev.tiankong.work;

import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.logging.LogContext;
import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Wakes a worker for a chunk: as many listen as there are workers. Configured in ejb-jar.xml. */
@MessageDriven
public class ChunkListener implements MessageListener {

  private static final System.Logger LOG = System.getLogger(ChunkListener.class.getName());

  @Resource MessageDrivenContext context;
  @Inject WorkOnChunk workOnChunk;

  @Override
  public void onMessage(Message message) {
    ChunkId chunk;
    try {
      chunk = ChunkMessage.read(message);
    } catch (IllegalArgumentException e) {
      LOG.log(WARNING, "A message has no chunk id, it will be redelivered", e);
      context.setRollbackOnly();
      return;
    }
    try (LogContext log = LogContext.chunk(chunk.batchId(), chunk.number())) {
      if (!workOnChunk.work(chunk)) {
        context.setRollbackOnly();
      }
    }
  }
}
