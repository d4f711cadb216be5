package dev.tiankong.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tiankong.wording.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a batch in OpenAI's words. */
class OpenAiBatchTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final OpenAiBatch batch =
      new OpenAiBatch("somebody", new Order(UUID.randomUUID(), "fill-mask", null, null), NOW);

  @Test
  void should_end_with_its_files() {
    batch.start(NOW);
    batch.finalizeFiles(NOW);
    StoredFile output = StoredFile.of(batch, FileKind.OUTPUT, 1, NOW, null);
    batch.finish(false, output, null, NOW);

    assertThat(batch.state()).isEqualTo(OpenAiState.COMPLETED);
    assertThat(batch.endedAs(OpenAiState.COMPLETED)).isEqualTo(NOW);
    assertThat(batch.endedAs(OpenAiState.CANCELLED)).isNull();
    assertThat(batch.outputFileId()).isEqualTo(output.id());
    assertThat(batch.errorFileId()).isNull();
  }

  @Test
  void should_be_completed_when_the_work_was_faster_than_a_cancel() {
    batch.start(NOW);
    batch.cancel(NOW);
    batch.cancel(NOW);
    assertThat(batch.state()).isEqualTo(OpenAiState.CANCELLING);
    batch.finish(false, null, null, NOW);

    assertThat(batch.state()).isEqualTo(OpenAiState.COMPLETED);
  }

  @Test
  void should_be_cancelled_at_once_before_anything_began() {
    batch.cancel(NOW);

    assertThat(batch.state()).isEqualTo(OpenAiState.CANCELLED);
    assertThat(batch.cancellingAt()).isEqualTo(NOW);
    assertRefused(() -> batch.start(NOW));
  }

  @Test
  void should_expire_rather_than_be_cancelled_when_its_time_is_over() {
    batch.start(NOW);
    batch.expire(NOW);
    assertRefused(() -> batch.cancel(NOW));
    batch.finish(true, null, null, NOW);

    assertThat(batch.state()).isEqualTo(OpenAiState.EXPIRED);
    assertThat(batch.cancellingAt()).isNull();
  }

  @Test
  void should_refuse_what_its_state_does_not_allow() {
    assertRefused(() -> batch.finalizeFiles(NOW));
    assertRefused(() -> batch.expire(NOW));
    assertRefused(() -> batch.finish(false, null, null, NOW));
    batch.fail("[]", NOW);
    assertRefused(() -> batch.start(NOW));
    assertRefused(() -> batch.cancel(NOW));
    assertRefused(() -> batch.fail("[]", NOW));
    assertThat(batch.isFinal()).isTrue();
  }

  private static void assertRefused(Runnable step) {
    assertThatExceptionOfType(Refusal.class).isThrownBy(step::run);
  }
}
