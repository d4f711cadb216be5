package dev.tiankong.work;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.outage.Outage;
import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A worker: as many of them listen as there are sessions. */
@MessageDriven(
    activationConfig = {
      // A broker of one's own may go away: its listeners are there when it comes back.
      @ActivationConfigProperty(propertyName = "reconnectAttempts", propertyValue = "-1"),
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/tiankong.work"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "maxSession",
          propertyValue = "${env.TIANKONG_WORKERS:2}")
    })
public class ChunkListener implements MessageListener {

  private static final System.Logger LOG = System.getLogger(ChunkListener.class.getName());

  @Resource MessageDrivenContext context;
  @Inject ProcessChunk processChunk;

  @Override
  public void onMessage(Message message) {
    try {
      processChunk.process(ChunkMessage.read(message));
    } catch (Exception e) {
      // An outage was said once, and excused.
      LOG.log(
          Outage.isBehind(e) ? DEBUG : WARNING,
          "An attempt failed, its message will be redelivered: {0}",
          e.toString());
      context.setRollbackOnly();
    }
  }
}
