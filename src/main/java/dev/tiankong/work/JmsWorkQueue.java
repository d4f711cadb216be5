package dev.tiankong.work;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.dispatch.WorkQueue;
import dev.tiankong.naming.ResourceNames;
import dev.tiankong.outage.QueueUnavailableException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

@ApplicationScoped
class JmsWorkQueue implements WorkQueue {

  @Inject
  @JMSConnectionFactory(ResourceNames.BROKER)
  JMSContext context;

  @Resource(lookup = ResourceNames.BROKER)
  ConnectionFactory connections;

  @Resource TransactionSynchronizationRegistry transaction;

  @Resource(lookup = ResourceNames.WORK_QUEUE)
  Queue queue;

  @Override
  @Transactional(TxType.MANDATORY)
  public void enqueue(ChunkId chunk, int priority) {
    try {
      // JMS has the same ten priorities.
      context
          .createProducer()
          .setPriority(priority)
          .send(queue, ChunkMessage.write(chunk, context));
    } catch (JMSRuntimeException e) {
      throw new QueueUnavailableException(reason(e), e);
    }
  }

  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public boolean holds(ChunkId chunk) {
    try (JMSContext browsing = connections.createContext();
        QueueBrowser browser = browsing.createBrowser(queue, ChunkMessage.selector(chunk))) {
      return browser.getEnumeration().hasMoreElements();
    } catch (JMSException e) {
      throw new IllegalStateException("Could not browse the queue", e);
    }
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public Optional<String> problem() {
    try {
      // Sent, because a full disk shows nowhere else, and taken back.
      context.createProducer().send(queue, context.createMessage());
      transaction.setRollbackOnly();
      return Optional.empty();
    } catch (JMSRuntimeException e) {
      return Optional.of(reason(e));
    }
  }

  private static String reason(JMSRuntimeException e) {
    return "The message broker does not accept a message: " + e.getMessage();
  }
}
