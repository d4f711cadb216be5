package dev.tiankong.batch;

/** Where an item stands. Pending is not stored: it is an item without a result. */
public enum ItemState {
  PENDING,
  SUCCEEDED,
  FAILED,
  /** Its batch was cancelled first. */
  CANCELLED
}
