package dev.tiankong.messages;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.intake.Sender;
import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonBody;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A submit as it came over the broker. */
record SubmitMessage(Message message) {

  /** What Artemis says of a message that is too large to be in memory. */
  private static final String LARGE_SIZE = "_AMQ_LARGE_SIZE";

  /** Bytes beside the characters of a text, and some more. */
  private static final int OVERHEAD = 16;

  /** Written by the broker, see {@code StampSender}: no client can choose it. */
  private static final String VALIDATED_USER = "_AMQ_VALIDATED_USER";

  /** Who sent it, as the broker knows him; empty if the broker does not say. */
  Optional<String> sender() throws JMSException {
    return Optional.ofNullable(message.getStringProperty(VALIDATED_USER));
  }

  /** A message that is delivered again must not become a second batch: it has a key of its own. */
  Sender handedInBy(String user) throws JMSException {
    String chosen = message.getStringProperty("idempotencyKey");
    JsonObject options =
        JSON.createObjectBuilder().add("priority", message.getJMSPriority()).build();
    return new Sender(
        user, Optional.ofNullable(chosen == null ? message.getJMSMessageID() : chosen), options);
  }

  /**
   * @param most the bytes that it may have, as UTF-8
   */
  byte[] body(long most) throws JMSException {
    if (message instanceof TextMessage text) {
      // Two bytes for each character at the broker, and at least one as UTF-8: what cannot fit is
      // not even brought into memory.
      requireFits((largeSize() - OVERHEAD) / Character.BYTES, most);
      if (text.getText() != null) {
        byte[] body = utf8(text.getText());
        requireFits(body.length, most);
        return body;
      }
    }
    requireFits(largeSize(), most);
    if (message instanceof BytesMessage bytes) {
      requireFits(bytes.getBodyLength(), most);
      bytes.reset();
      byte[] body = new byte[(int) bytes.getBodyLength()];
      bytes.readBytes(body);
      return body;
    }
    throw JsonBody.invalid(
        "not-a-submit", "A submit is a TextMessage, or a BytesMessage in UTF-8, with JSON.");
  }

  private static byte[] utf8(String text) {
    if (!Characters.areStorable(text)) {
      throw JsonBody.unstorable("message");
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** 0 for a message that is not large. */
  private long largeSize() throws JMSException {
    return message.propertyExists(LARGE_SIZE) ? message.getLongProperty(LARGE_SIZE) : 0;
  }

  private static void requireFits(long size, long most) {
    if (size > most) {
      throw new Refusal(
          ProblemCode.BODY_TOO_LARGE,
          Sentence.of(
                  "message",
                  "A message can have at most {most} bytes: split it, or submit over HTTP.")
              .with("most", most));
    }
  }
}
