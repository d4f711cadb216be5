package dev.tiankong.messages;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.intake.SubmissionReader;
import dev.tiankong.batch.submit.SubmitBatch;
import dev.tiankong.security.BrokerSignIn;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes a submit in that came over the broker, by the same rules as one that came over HTTP. */
@ApplicationScoped
class TakeSubmit {

  @Inject BrokerSignIn signIn;
  @Inject SubmissionReader reader;
  @Inject SubmitBatch submitBatch;

  @Inject
  @ConfigProperty(name = "tiankong.message.max.body", defaultValue = "16777216")
  int maxBody;

  /**
   * In a transaction of its own: a refusal rolls it back, and is then answered in the message's.
   *
   * @return the batch, or the one that an earlier delivery of the message became
   * @throws RuntimeException if it is refused
   */
  @Transactional(TxType.REQUIRES_NEW)
  Batch take(SubmitMessage message) {
    try {
      String owner = message.sender().flatMap(signIn::submitter).orElseThrow(TakeSubmit::nobody);
      ByteArrayInputStream body = new ByteArrayInputStream(message.body(maxBody));
      return submit(reader.readJson(body, message.handedInBy(owner)));
    } catch (JMSException e) {
      throw new IllegalStateException("Could not read the message", e);
    }
  }

  private Batch submit(Submission submission) {
    try {
      return submitBatch.submit(submission).batch();
    } finally {
      submission.texts().discard();
    }
  }

  private static Refusal nobody() {
    return new Refusal(
        ProblemCode.FORBIDDEN,
        Sentence.of(
            "sender",
            "The sender of this message may not submit, or no longer may: sign in to the broker with a submitter's token."));
  }
}
