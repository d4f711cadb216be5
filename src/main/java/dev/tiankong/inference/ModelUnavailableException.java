package dev.tiankong.inference;

/** No model is loaded; the message says why. It may be another time or on another server. */
public class ModelUnavailableException extends RuntimeException {

  ModelUnavailableException(String message) {
    super(message);
  }
}
