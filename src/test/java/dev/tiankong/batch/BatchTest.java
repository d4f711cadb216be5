package dev.tiankong.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tiankong.task.TaskOptions;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchTest {

  private static final Instant SUBMITTED = Instant.parse("2026-01-01T08:00:00Z");
  private static final RetriedChunks NOTHING = new RetriedChunks(0, 0, 0);
  private static final Instant LATER = SUBMITTED.plusSeconds(60);

  @Test
  void should_wait_until_a_worker_begins() {
    Batch batch = batchOf(2);

    assertThat(batch.state()).isEqualTo(BatchState.QUEUED);
    assertThat(batch.createdAt()).isEqualTo(SUBMITTED);
    assertThat(batch.startedAt()).isNull();
  }

  @Test
  void should_run_from_the_first_claim_to_the_last_result() {
    Batch batch = batchOf(3);
    batch.start(SUBMITTED.plusSeconds(1));
    batch.count(2, 0, SUBMITTED.plusSeconds(2));

    assertThat(batch.state()).isEqualTo(BatchState.RUNNING);
    assertThat(batch.finishedAt()).isNull();

    batch.count(1, 0, LATER);

    assertThat(batch.state()).isEqualTo(BatchState.COMPLETED);
    assertThat(batch.startedAt()).isEqualTo(SUBMITTED.plusSeconds(1));
    assertThat(batch.finishedAt()).isEqualTo(LATER);
  }

  @Test
  void should_tell_a_batch_with_some_failures_from_one_with_nothing_else() {
    Batch mixed = batchOf(2);
    mixed.start(SUBMITTED);
    mixed.count(1, 1, LATER);
    Batch hopeless = batchOf(2);
    hopeless.start(SUBMITTED);
    hopeless.count(0, 2, LATER);

    assertThat(mixed.state()).isEqualTo(BatchState.COMPLETED_WITH_ERRORS);
    assertThat(hopeless.state()).isEqualTo(BatchState.FAILED);
  }

  @Test
  void should_close_at_once_when_every_text_was_refused() {
    Batch batch = batchOf(2);
    batch.count(0, 2, SUBMITTED);

    assertThat(batch.state()).isEqualTo(BatchState.FAILED);
    assertThat(batch.startedAt()).isEqualTo(SUBMITTED);
    assertThat(batch.finishedAt()).isEqualTo(SUBMITTED);
  }

  @Test
  void should_refuse_to_start_twice() {
    Batch batch = batchOf(1);
    batch.start(SUBMITTED);

    assertThatExceptionOfType(IllegalBatchStateException.class)
        .isThrownBy(() -> batch.start(LATER))
        .withMessageContaining("RUNNING");
  }

  @Test
  void should_refuse_a_result_too_many() {
    Batch running = batchOf(2);
    running.start(SUBMITTED);
    Batch closed = batchOf(1);
    closed.start(SUBMITTED);
    closed.count(1, 0, LATER);

    assertThatIllegalStateException().isThrownBy(() -> running.count(3, 0, LATER));
    assertThatIllegalStateException().isThrownBy(() -> closed.count(1, 0, LATER));
    assertThat(running.succeeded()).isZero();
    assertThat(closed.succeeded()).isEqualTo(1);
  }

  @Test
  void should_count_answers_that_were_known() {
    Batch batch = batchOf(2);
    batch.start(SUBMITTED);
    batch.countHits(1, LATER);
    batch.count(1, 0, LATER);

    assertThat(batch.cacheHits()).isEqualTo(1);
    assertThat(batch.succeeded()).isEqualTo(2);
    assertThat(batch.state()).isEqualTo(BatchState.COMPLETED);
  }

  @Test
  void should_be_reopened_by_texts_that_are_tried_again() {
    Batch batch = batchOf(3);
    batch.start(SUBMITTED);
    batch.countAttempts(4, 3);
    batch.count(1, 2, SUBMITTED);

    batch.retry(new RetriedChunks(1, 4, 1));
    assertThat(batch.state()).isEqualTo(BatchState.RUNNING);
    assertThat(batch.failed()).isEqualTo(1);
    assertThat(batch.finishedAt()).isNull();

    batch.count(1, 0, LATER);
    assertThat(batch.state()).isEqualTo(BatchState.COMPLETED_WITH_ERRORS);
    assertThat(batch.finishedAt()).isEqualTo(LATER);
  }

  @Test
  void should_stay_as_it_is_when_there_is_nothing_to_try_again() {
    Batch batch = batchOf(1);
    batch.start(SUBMITTED);
    batch.count(1, 0, LATER);

    batch.retry(NOTHING);
    assertThat(batch.state()).isEqualTo(BatchState.COMPLETED);
    assertThat(batch.finishedAt()).isEqualTo(LATER);
  }

  @Test
  void should_not_try_again_what_was_cancelled() {
    Batch batch = batchOf(1);
    batch.cancel(LATER);

    assertThatExceptionOfType(IllegalBatchStateException.class)
        .isThrownBy(() -> batch.retry(NOTHING))
        .withMessageContaining("CANCELLED");
  }

  @Test
  void should_wait_for_its_time_whatever_happens_meanwhile() {
    Batch batch = batchOf(1, null, LATER);
    assertThat(batch.state()).isEqualTo(BatchState.SCHEDULED);
    assertThatExceptionOfType(IllegalBatchStateException.class)
        .isThrownBy(() -> batch.start(SUBMITTED));

    batch.pause();
    assertThatExceptionOfType(IllegalBatchStateException.class).isThrownBy(batch::release);
    batch.resume();
    assertThat(batch.state()).isEqualTo(BatchState.SCHEDULED);

    batch.release();
    assertThat(batch.state()).isEqualTo(BatchState.QUEUED);
    batch.start(LATER);
    batch.pause();
    batch.resume();
    assertThat(batch.state()).isEqualTo(BatchState.RUNNING);
  }

  @Test
  void should_end_before_its_time_when_it_is_cancelled() {
    Batch batch = batchOf(2, null, LATER);
    batch.cancel(SUBMITTED);

    assertThat(batch.state()).isEqualTo(BatchState.CANCELLED);
    assertThatExceptionOfType(IllegalBatchStateException.class).isThrownBy(batch::release);
  }

  @Test
  void should_count_attempts_at_chunks_that_are_done_with() {
    Batch batch = batchOf(3);
    batch.start(SUBMITTED);
    // Split after one attempt, one half done at once, the other given up after four.
    batch.countAttempts(1, 1);
    batch.countAttempts(1, 0);
    batch.countAttempts(4, 3);
    batch.count(2, 1, SUBMITTED);
    assertThat(batch.attempts()).isEqualTo(6);
    assertThat(batch.retries()).isEqualTo(4);

    batch.retry(new RetriedChunks(1, 4, 1));
    assertThat(batch.attempts()).isEqualTo(2);
    assertThat(batch.retries()).isEqualTo(1);
    batch.countAttempts(5, 4);
    assertThat(batch.attempts()).isEqualTo(7);
    assertThat(batch.retries()).isEqualTo(5);
  }

  @Test
  void should_be_kept_for_a_time_after_its_end_whatever_its_end_is() {
    Batch done = batchOf(1, 3600L);
    done.start(SUBMITTED);
    assertThat(done.expiresAt()).isNull();
    done.count(0, 1, LATER);
    Batch cancelled = batchOf(1, 3600L);
    cancelled.cancel(LATER);
    Batch forEver = batchOf(1);
    forEver.cancel(LATER);

    assertThat(done.expiresAt()).isEqualTo(LATER.plusSeconds(3600));
    assertThat(cancelled.expiresAt()).isEqualTo(LATER.plusSeconds(3600));
    assertThat(forEver.expiresAt()).isNull();
    done.retry(new RetriedChunks(1, 4, 1));
    assertThat(done.expiresAt()).isNull();
  }

  @Test
  void should_be_kept_from_the_end_of_what_it_is_a_part_of() {
    Batch early = batchOf(1);
    early.start(SUBMITTED);
    early.count(1, 0, SUBMITTED);
    Batch open = batchOf(1);
    open.start(SUBMITTED);
    early.keepFrom(LATER, Duration.ofHours(1));
    open.keepFrom(LATER, Duration.ofHours(1));

    assertThat(early.expiresAt()).isEqualTo(LATER.plusSeconds(3600));
    assertThat(open.expiresAt()).isNull();
    open.count(1, 0, LATER.plusSeconds(1));
    assertThat(open.expiresAt()).isEqualTo(LATER.plusSeconds(3601));
  }

  static Batch batchOf(int texts) {
    return batchOf(texts, null);
  }

  private static Batch batchOf(int texts, Long ttlSeconds) {
    return batchOf(texts, ttlSeconds, null);
  }

  private static Batch batchOf(int texts, Long ttlSeconds, Instant notBefore) {
    SubmittedTexts some = new SubmittedTexts();
    Collections.nCopies(texts, SubmittedText.of("一[MASK]")).forEach(some::add);
    var submission =
        new Submission(
            "ann",
            "some-task",
            new TaskOptions(JsonValue.EMPTY_JSON_OBJECT),
            new Label(null, List.of(), ttlSeconds, 4, notBefore, null),
            Optional.empty(),
            some);
    return new Batch(
        UUID.randomUUID(), submission, submission.options(), "some fingerprint", SUBMITTED);
  }
}
