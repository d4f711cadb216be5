package dev.tiankong.batch;

/** The task cannot be done at present; the message says why, for people. */
public class TaskUnavailableException extends RuntimeException {

  public TaskUnavailableException(String message) {
    super(message);
  }
}
