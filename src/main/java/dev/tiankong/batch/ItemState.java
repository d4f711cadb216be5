package dev.tiankong.batch;

/**
 * Where an item stands. Only what was answered is stored: an item without a result is pending, or
 * cancelled if its batch is.
 */
public enum ItemState {
  PENDING,
  SUCCEEDED,
  FAILED,
  /** Its batch was cancelled first. */
  CANCELLED
}
