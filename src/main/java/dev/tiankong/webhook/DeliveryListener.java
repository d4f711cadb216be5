package dev.tiankong.webhook;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.outage.Patience;
import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A sender of webhooks: a slow receiver holds up one of these, and no worker. */
@MessageDriven
public class DeliveryListener implements MessageListener {

  private static final System.Logger LOG = System.getLogger(DeliveryListener.class.getName());

  @Resource MessageDrivenContext context;
  @Inject Deliveries deliveries;
  @Inject PostWebhook postWebhook;
  @Inject Patience patience;

  @Override
  public void onMessage(Message message) {
    DeliveryQueue.Due due;
    try {
      due = DeliveryQueue.read(message);
    } catch (IllegalArgumentException e) {
      LOG.log(WARNING, "Dropped a message without a webhook id: {0}", message);
      return;
    }
    try {
      patience
          .outlast(() -> deliveries.begin(due.delivery(), due.attempts()))
          .ifPresent(this::attempt);
    } catch (Exception e) {
      LOG.log(WARNING, "Could not attempt a webhook", e);
      context.setRollbackOnly();
    }
  }

  private void attempt(DeliveryAttempt attempt) {
    DeliveryOutcome outcome = postWebhook.post(attempt);
    if (!outcome.isSuccess()) {
      LOG.log(
          INFO,
          "Attempt {0} at webhook {1} failed: {2}",
          attempt.number(),
          attempt.delivery().messageId(),
          outcome.inWords());
    }
    patience.outlast(() -> deliveries.end(attempt, outcome));
  }
}
