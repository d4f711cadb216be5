package dev.tiankong.management;

import dev.tiankong.naming.ResourceNames;
import dev.tiankong.outage.QueueUnavailableException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Asks the broker about itself, and tells it what to do, by messages to its management address: so
 * the embedded one and a remote one answer alike.
 */
@ApplicationScoped
public class BrokerManagement {

  @Resource(lookup = ResourceNames.BROKER)
  ConnectionFactory connections;

  /** Something that is said to the broker, and its answers. */
  public interface Talk<T> {
    T with(JMSContext context) throws JMSException;
  }

  /**
   * Outside of any transaction: what is sent within one goes out only when it ends.
   *
   * @throws QueueUnavailableException if the broker does not answer
   */
  @Transactional(TxType.NOT_SUPPORTED)
  public <T> T talk(Talk<T> talk) {
    try (JMSContext context = connections.createContext()) {
      return talk.with(context);
    } catch (JMSException | JMSRuntimeException e) {
      throw new QueueUnavailableException("The broker does not respond: " + e.getMessage(), e);
    }
  }
}
