package dev.tiankong.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.wording.Refusal;
import org.junit.jupiter.api.Test;

class SubmitSlotsTest {

  private final SubmitSlots slots = new SubmitSlots();

  SubmitSlotsTest() {
    slots.most = 2;
  }

  @Test
  void should_refuse_a_user_who_has_as_many_in_progress_as_allowed() {
    slots.take("li-bai");
    SubmitSlots.Slot second = slots.take("li-bai");

    for (int attempt = 0; attempt < 3; attempt++) {
      assertThatThrownBy(() -> slots.take("li-bai"))
          .isInstanceOfSatisfying(
              Refusal.class,
              e -> {
                assertThat(e.code().status()).isEqualTo(429);
                assertThat(e.code().id()).isEqualTo("too-many-submits");
                assertThat(e.retryAfter()).isNotNull();
              });
    }
    second.close();
    assertThatCode(() -> slots.take("li-bai")).doesNotThrowAnyException();
  }

  @Test
  void should_count_each_user_alone() {
    slots.take("li-bai");
    slots.take("li-bai");

    assertThatCode(() -> slots.take("du-fu")).doesNotThrowAnyException();
  }
}
