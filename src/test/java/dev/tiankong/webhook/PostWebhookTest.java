package dev.tiankong.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostWebhookTest {

  @Test
  void should_take_for_an_outcome_whatever_fails_before_a_request_is_made() {
    Delivery broken =
        new Delivery() {
          @Override
          public String url() {
            return "https://8.8.8.8/ x";
          }
        };

    DeliveryOutcome outcome = new PostWebhook().post(new DeliveryAttempt(broken, 1, 0, "v1,x"));

    assertThat(outcome.isSuccess()).isFalse();
    assertThat(outcome.error()).startsWith("The request could not be made: Illegal character");
  }
}
