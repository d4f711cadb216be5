package dev.tiankong.openai;

import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch as clients of OpenAI's API know it, made from an uploaded file.
 *
 * <p>Its file is read in the background: it {@code FAILED} if anything in it is wrong, or it is
 * {@code IN_PROGRESS} from then on, as one batch of ours for each set of options that its requests
 * have. When all of these are final it is {@code FINALIZING}, until its files are measured. It can
 * be cancelled, also through those batches, and is stopped when its time is over.
 */
@Entity
@Table(name = "openai_batch")
class OpenAiBatch {

  /** The only one that there is, as {@code completion_window}. */
  static final Duration WINDOW = Duration.ofHours(24);

  @Id private UUID id;
  private String owner;

  @Enumerated(EnumType.STRING)
  private OpenAiState state;

  private String task;
  private UUID inputFileId;

  private String metadata;

  private Long keepSeconds;

  private String errors;

  private UUID outputFileId;
  private UUID errorFileId;
  private Instant createdAt;
  private Instant expiresAt;
  private Instant startedAt;
  private Instant cancellingAt;
  private Instant finalizingAt;
  private Instant expiredAt;
  private Instant endedAt;

  protected OpenAiBatch() {
    // For JPA.
  }

  OpenAiBatch(String owner, Order order, Instant now) {
    this.id = UUID.randomUUID();
    this.owner = owner;
    this.state = OpenAiState.VALIDATING;
    this.task = order.task();
    this.inputFileId = order.inputFileId();
    this.metadata = order.metadata();
    this.keepSeconds = order.keepSeconds();
    this.createdAt = now;
    this.expiresAt = now.plus(WINDOW);
  }

  /**
   * @param errors a JSON array, not empty
   */
  void fail(String errors, Instant now) {
    require(OpenAiState.VALIDATING);
    this.errors = errors;
    end(OpenAiState.FAILED, now);
  }

  void start(Instant now) {
    require(OpenAiState.VALIDATING);
    state = OpenAiState.IN_PROGRESS;
    startedAt = now;
  }

  /** Asks for its end; doing it twice is doing it once. */
  void cancel(Instant now) {
    if (state == OpenAiState.CANCELLING || state == OpenAiState.CANCELLED) {
      return;
    }
    require(OpenAiState.VALIDATING, OpenAiState.IN_PROGRESS);
    cancellingAt = now;
    if (state == OpenAiState.VALIDATING) {
      end(OpenAiState.CANCELLED, now);
    } else {
      state = OpenAiState.CANCELLING;
    }
  }

  /** Stops it, because it was not done in time. */
  void expire(Instant now) {
    finalizeFiles(now);
    expiredAt = now;
  }

  void finalizeFiles(Instant now) {
    require(OpenAiState.IN_PROGRESS);
    state = OpenAiState.FINALIZING;
    finalizingAt = now;
  }

  /**
   * Ends it with its files.
   *
   * @param stopped whether any request was left without an answer
   * @param output null if nothing has an answer
   * @param errors null if everything has
   */
  void finish(boolean stopped, StoredFile output, StoredFile errors, Instant now) {
    require(OpenAiState.FINALIZING, OpenAiState.CANCELLING);
    outputFileId = output == null ? null : output.id();
    errorFileId = errors == null ? null : errors.id();
    finalizingAt = finalizingAt == null ? now : finalizingAt;
    if (!stopped) {
      end(OpenAiState.COMPLETED, now);
    } else if (expiredAt != null) {
      end(OpenAiState.EXPIRED, now);
    } else {
      // Perhaps by somebody who knows it as a batch of ours.
      cancellingAt = cancellingAt == null ? now : cancellingAt;
      end(OpenAiState.CANCELLED, now);
    }
  }

  private void end(OpenAiState end, Instant now) {
    state = end;
    endedAt = now;
  }

  private void require(OpenAiState first, OpenAiState... others) {
    if (!EnumSet.of(first, others).contains(state)) {
      throw new Refusal(
          OpenAiCode.ILLEGAL_STATE,
          Sentence.of("The batch {batch} is {state}.")
              .with("batch", PublicId.BATCH.of(id))
              .with("state", state.status()));
    }
  }

  UUID id() {
    return id;
  }

  String owner() {
    return owner;
  }

  OpenAiState state() {
    return state;
  }

  boolean isFinal() {
    return endedAt != null;
  }

  /** Its name. */
  String task() {
    return task;
  }

  UUID inputFileId() {
    return inputFileId;
  }

  /** A JSON object, or null. */
  String metadata() {
    return metadata;
  }

  /** How long its answers are kept after its end; empty for as long as those of any batch. */
  Optional<Duration> keep() {
    return Optional.ofNullable(keepSeconds).map(Duration::ofSeconds);
  }

  /** A JSON array; null unless it failed. */
  String errors() {
    return errors;
  }

  UUID outputFileId() {
    return outputFileId;
  }

  UUID errorFileId() {
    return errorFileId;
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant cancellingAt() {
    return cancellingAt;
  }

  Instant finalizingAt() {
    return finalizingAt;
  }

  /** When it ended in this state; null if it did not. */
  Instant endedAs(OpenAiState end) {
    return state == end ? endedAt : null;
  }

  boolean isExpired() {
    return expiredAt != null;
  }
}
