package dev.tiankong.work;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.WorkQueue;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

@ApplicationScoped
class JmsWorkQueue implements WorkQueue {

  private static final String CONNECTION_FACTORY = "java:/JmsXA";

  @Inject
  @JMSConnectionFactory(CONNECTION_FACTORY)
  JMSContext context;

  @Resource(lookup = CONNECTION_FACTORY)
  ConnectionFactory connections;

  @Resource(lookup = "java:/jms/queue/tiankong.work")
  Queue queue;

  @Override
  @Transactional(TxType.MANDATORY)
  public void enqueue(ChunkId chunk) {
    context.createProducer().send(queue, ChunkMessage.write(chunk, context));
  }

  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public Optional<String> problem() {
    try (JMSContext probe = connections.createContext()) {
      probe.createBrowser(queue);
      return Optional.empty();
    } catch (JMSRuntimeException e) {
      return Optional.of("The message broker does not answer: " + e.getMessage());
    }
  }
}
