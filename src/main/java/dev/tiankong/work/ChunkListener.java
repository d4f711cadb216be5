package dev.tiankong.work;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.logging.LogContext;
import dev.tiankong.outage.Outage;
import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A worker: as many of them listen as there are sessions. */
@MessageDriven
public class ChunkListener implements MessageListener {

  private static final System.Logger LOG = System.getLogger(ChunkListener.class.getName());

  @Resource MessageDrivenContext context;
  @Inject ProcessChunk processChunk;

  @Override
  public void onMessage(Message message) {
    try {
      process(ChunkMessage.read(message));
    } catch (IllegalArgumentException e) {
      refuse("A message names no chunk", e);
    }
  }

  private void process(ChunkId chunk) {
    try (LogContext log = LogContext.chunk(chunk.batchId(), chunk.number())) {
      try {
        processChunk.process(chunk);
      } catch (AttemptFailedException e) {
        refuse(e.getMessage(), e.getCause());
      } catch (Exception e) {
        refuse("Chunk %s could not be worked on".formatted(chunk), e);
      }
    }
  }

  private void refuse(String what, Throwable why) {
    // An outage was said once, and excused.
    LOG.log(
        Outage.isBehind(why) ? DEBUG : WARNING,
        "%s, its message will be redelivered: %s".formatted(what, why),
        why);
    context.setRollbackOnly();
  }
}
