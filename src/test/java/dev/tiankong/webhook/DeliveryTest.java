package dev.tiankong.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  @Test
  void should_wait_longer_each_time_and_half_a_day_at_most() {
    RetryPlan plan = new RetryPlan(Duration.ofSeconds(5), Duration.ofDays(3));

    assertThat(IntStream.rangeClosed(1, 4).mapToObj(plan::delayAfter))
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(45),
            Duration.ofSeconds(135));
    assertThat(plan.delayAfter(1000)).isEqualTo(Duration.ofHours(12));
  }

  /** The example of the scheme's own libraries. */
  @Test
  void should_sign_as_the_standard_says() {
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    assertThat(
            Signature.of(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}", List.of(key)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    assertThat(Signature.of("a", 1, "", List.of(key, "b".getBytes(StandardCharsets.UTF_8))))
        .contains(" v1,");
  }

  @Test
  void should_end_when_an_attempt_after_its_time_was_lost_too() {
    RetryPlan plan = new RetryPlan(Duration.ofSeconds(5), Duration.ofDays(3));
    Instant start = Instant.parse("2026-11-23T14:00:00Z");
    Delivery delivery = new Delivery();
    delivery.sendAgain(start, plan);

    // Nobody was there to try it once: it is not its receiver's fault.
    assertThat(delivery.recover(start.plus(Duration.ofDays(4)))).isTrue();
    delivery.begin(start.plus(Duration.ofDays(2)));
    assertThat(delivery.recover(start.plus(Duration.ofDays(4)))).isTrue();
    delivery.begin(start.plus(Duration.ofDays(4)));
    assertThat(delivery.recover(start.plus(Duration.ofDays(5)))).isFalse();

    assertThat(delivery.state()).isEqualTo(DeliveryState.GIVEN_UP);
    assertThat(delivery.nextAttemptAt()).isNull();
  }
}
