package dev.tiankong.webhook;

/** Where a delivery stands. The names are stored, and mirrored by CHECK constraints. */
public enum DeliveryState {
  /** Waits for its next attempt, or is at it. */
  PENDING,
  DELIVERED,
  /** Until somebody sends it again. */
  GIVEN_UP
}
