package dev.tiankong.outage;

/** Nothing can be sent to the workers at present; the message says why, for people. */
public class QueueUnavailableException extends RuntimeException {

  public QueueUnavailableException(String message) {
    super(message);
  }

  public QueueUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
