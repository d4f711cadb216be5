package dev.tiankong.connection;

import java.io.InterruptedIOException;

/** The client sends or takes less than the minimum rate. */
final class SlowClientException extends InterruptedIOException {

  SlowClientException(String message) {
    super(message);
  }
}
