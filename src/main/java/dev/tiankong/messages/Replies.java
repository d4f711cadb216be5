package dev.tiankong.messages;

import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.naming.ResourceNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Destination;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.regex.Pattern;

/** Answers messages where they ask for it, as part of the running transaction. */
@ApplicationScoped
class Replies {

  private static final System.Logger LOG = System.getLogger(Replies.class.getName());

  /**
   * As Artemis names temporary queues. The class of a destination says only what the sender calls
   * it.
   */
  private static final Pattern TEMPORARY =
      Pattern.compile("(jms\\.tempqueue\\.)?\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Queues that an operator made for answers. Colons would lead to a queue of another name. */
  private static final Pattern FOR_REPLIES =
      Pattern.compile("(jms\\.queue\\.)?tiankong\\.replies\\.[^:]+");

  @Inject
  @JMSConnectionFactory(ResourceNames.BROKER)
  JMSContext context;

  @Transactional(TxType.MANDATORY)
  void send(JsonObject answer, Message to) throws JMSException {
    Destination destination = to.getJMSReplyTo();
    if (destination == null) {
      return;
    }
    if (!mayBeAnswered(destination)) {
      LOG.log(WARNING, "Not replying to a submit: replies to {0} are not allowed", destination);
      return;
    }
    String asked = to.getJMSCorrelationID();
    try {
      context
          .createProducer()
          .setJMSCorrelationID(asked == null ? to.getJMSMessageID() : asked)
          .setProperty("status", answer.getInt("status", 202))
          .send(destination, answer.toString());
    } catch (InvalidDestinationRuntimeException e) {
      // A temporary queue ends with its sender's connection, and the submit is done all the same.
      LOG.log(WARNING, "Could not reply to a submit: {0} no longer exists", destination);
    }
  }

  /** The server may send everywhere, and must not be told to by those who may not. */
  static boolean mayBeAnswered(Destination destination) throws JMSException {
    if (!(destination instanceof Queue queue)) {
      return false;
    }
    Pattern allowed = queue instanceof TemporaryQueue ? TEMPORARY : FOR_REPLIES;
    return allowed.matcher(queue.getQueueName()).matches();
  }
}
