package dev.tiankong.checkpoint;

import java.io.IOException;

/**
 * The published checkpoint cannot be used; the message says what is wrong with which part of it.
 */
public final class CheckpointException extends IOException {

  CheckpointException(String message) {
    super(message);
  }

  CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
