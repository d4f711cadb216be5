package dev.tiankong.batch;

/** The user has as much open already as one user may. */
public class QuotaExceededException extends RuntimeException {

  QuotaExceededException(String message) {
    super(message + ": wait until some are done, or cancel some.");
  }
}
