package dev.tiankong.work;

import dev.tiankong.batch.ChunkId;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.UUID;

/**
 * A chunk's id as a message. Only the id travels: the rows may change between send and delivery.
 */
public final class ChunkMessage {

  private static final String BATCH = "batch";
  private static final String CHUNK = "chunk";

  private ChunkMessage() {}

  static Message write(ChunkId id, JMSContext context) {
    try {
      Message message = context.createMessage();
      message.setStringProperty(BATCH, id.batchId().toString());
      message.setIntProperty(CHUNK, id.number());
      return message;
    } catch (JMSException e) {
      throw new IllegalStateException("The message for chunk " + id + " could not be made", e);
    }
  }

  /** Selects the messages for one chunk. */
  static String selector(ChunkId id) {
    return "%s = '%s' and %s = %d".formatted(BATCH, id.batchId(), CHUNK, id.number());
  }

  /**
   * @throws IllegalArgumentException if somebody else's message came into the queue
   */
  public static ChunkId read(Message message) {
    try {
      return new ChunkId(
          UUID.fromString(message.getStringProperty(BATCH)), message.getIntProperty(CHUNK));
    } catch (JMSException | NullPointerException | NumberFormatException e) {
      throw new IllegalArgumentException("The message has no chunk id", e);
    }
  }
}
