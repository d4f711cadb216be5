package dev.tiankong.webhook;

import dev.tiankong.batch.Batch;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An end of a batch that is told to its callback.
 *
 * <p>A delivery is {@code PENDING} until the receiver takes it, which makes it {@code DELIVERED},
 * or wants no more of it, or did not take it for too long: then it is {@code GIVEN_UP}. Each
 * attempt is counted before it is made, and a message that asks for another attempt than the next
 * is out of date. Sending it again begins anew.
 */
@Entity
@Table(name = "webhook_delivery")
public class Delivery {

  private static final String PREFIX = "msg_";

  @Id private UUID id;
  private UUID batchId;
  private String event;
  private String url;
  private String body;

  @Enumerated(EnumType.STRING)
  private DeliveryState state;

  private int attempts;
  private int tries;
  private Integer lastStatus;
  private String lastError;
  private Instant createdAt;
  private Instant lastAttemptAt;
  private Instant nextAttemptAt;
  private Instant retryUntil;

  protected Delivery() {
    // For JPA.
  }

  Delivery(Batch batch, String event, String body, Instant now, RetryPlan plan) {
    this.id = UUID.randomUUID();
    this.batchId = batch.id();
    this.event = event;
    this.url = batch.label().callbackUrl();
    this.body = body;
    this.createdAt = now;
    sendAgain(now, plan);
  }

  /** Begins anew, whatever came of it so far. */
  void sendAgain(Instant now, RetryPlan plan) {
    state = DeliveryState.PENDING;
    tries = 0;
    nextAttemptAt = now;
    retryUntil = now.plus(plan.period());
  }

  /** Whether what was said when there had been so many attempts still counts. */
  boolean isPendingAfter(int attempts) {
    return state == DeliveryState.PENDING && this.attempts == attempts;
  }

  void begin(Instant now) {
    attempts++;
    tries++;
    lastAttemptAt = now;
    nextAttemptAt = now;
  }

  /**
   * Ends the attempt that was begun.
   *
   * @return how long to wait for the next one; empty if there is to be none
   */
  Optional<Duration> end(DeliveryOutcome outcome, Instant now, RetryPlan plan) {
    lastStatus = outcome.status();
    lastError = outcome.error();
    Duration delay = plan.delayAfter(tries);
    if (outcome.isSuccess()) {
      state = DeliveryState.DELIVERED;
    } else if (outcome.isFarewell() || now.plus(delay).isAfter(retryUntil)) {
      state = DeliveryState.GIVEN_UP;
    }
    nextAttemptAt = state == DeliveryState.PENDING ? now.plus(delay) : null;
    return Optional.ofNullable(nextAttemptAt).map(next -> delay);
  }

  /**
   * Takes up again what was lost: the message, or the server in the middle of an attempt.
   *
   * @return whether to send the message again; if not, the last attempt was the last one
   */
  boolean recover(Instant now) {
    if (lastAttemptAt != null && lastAttemptAt.isAfter(retryUntil)) {
      state = DeliveryState.GIVEN_UP;
      nextAttemptAt = null;
      return false;
    }
    nextAttemptAt = now;
    return true;
  }

  UUID id() {
    return id;
  }

  UUID batchId() {
    return batchId;
  }

  String body() {
    return body;
  }

  /** The receiver's name for it, the same at each attempt. */
  public String messageId() {
    return PREFIX + id;
  }

  /** Empty if it is no such name. */
  public static Optional<UUID> idOf(String messageId) {
    try {
      return Optional.of(messageId)
          .filter(given -> given.startsWith(PREFIX))
          .map(given -> UUID.fromString(given.substring(PREFIX.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public String event() {
    return event;
  }

  public String url() {
    return url;
  }

  public DeliveryState state() {
    return state;
  }

  public int attempts() {
    return attempts;
  }

  /** Null if the last attempt had no answer, or there was none. */
  public Integer lastStatus() {
    return lastStatus;
  }

  /** Null if the last attempt had an answer, or there was none. */
  public String lastError() {
    return lastError;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null until the first attempt. */
  public Instant lastAttemptAt() {
    return lastAttemptAt;
  }

  /** Null unless it is pending. */
  public Instant nextAttemptAt() {
    return nextAttemptAt;
  }
}
