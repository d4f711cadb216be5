package dev.tiankong.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * What one attempt sends.
 *
 * @param number of the attempt, from 1
 * @param signature over the message's id, the timestamp and the body
 */
record DeliveryAttempt(Delivery delivery, int number, long timestamp, String signature) {

  static DeliveryAttempt of(Delivery delivery, List<byte[]> keys, Instant now) {
    long timestamp = now.getEpochSecond();
    return new DeliveryAttempt(
        delivery,
        delivery.attempts(),
        timestamp,
        Signature.of(delivery.messageId(), timestamp, delivery.body(), keys));
  }

  URI url() {
    return URI.create(delivery.url());
  }
}
