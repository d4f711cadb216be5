package dev.tiankong.messages;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import dev.tiankong.batch.api.BatchDocument;
import dev.tiankong.outage.Outage;
import dev.tiankong.outage.Patience;
import dev.tiankong.problem.Problem;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.MessageDrivenContext;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.json.JsonObject;

/**
 * Submits over the broker. A message becomes one batch, however often it is delivered, and its
 * sender gets the answer that HTTP would have given.
 */
@MessageDriven
public class SubmitListener implements MessageListener {

  private static final System.Logger LOG = System.getLogger(SubmitListener.class.getName());

  @Resource MessageDrivenContext context;
  @Inject TakeSubmit takeSubmit;
  @Inject BatchDocument document;
  @Inject Replies replies;
  @Inject Patience patience;

  @Override
  public void onMessage(Message message) {
    try {
      replies.send(answer(message), message);
    } catch (Exception e) {
      LOG.log(
          Outage.isBehind(e) ? DEBUG : WARNING,
          "A submit over the broker failed, its message will be redelivered: {0}",
          e.toString());
      context.setRollbackOnly();
    }
  }

  private JsonObject answer(Message message) {
    try {
      return document.status(patience.outlast(() -> takeSubmit.take(new SubmitMessage(message))));
    } catch (Refusal e) {
      if (e.code() == ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS) {
        // Too early rather than wrong: the message is delivered again.
        throw e;
      }
      return new Problem(e).toJson();
    }
  }
}
