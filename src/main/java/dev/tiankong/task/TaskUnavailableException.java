package dev.tiankong.task;

import dev.tiankong.wording.Sentence;

/** The task cannot be done at present; the message says why, for people. */
public class TaskUnavailableException extends RuntimeException {

  public TaskUnavailableException(String message) {
    super(message);
  }

  public Sentence sentence() {
    return Sentence.of("{cause}").with("cause", getMessage());
  }
}
