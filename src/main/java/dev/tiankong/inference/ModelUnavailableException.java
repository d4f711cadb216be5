package dev.tiankong.inference;

/** A model cannot be used; the message says why. It may be another time or on another server. */
public class ModelUnavailableException extends RuntimeException {

  ModelUnavailableException(String message) {
    super(message);
  }

  ModelUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
