package dev.tiankong.batch.submit;

import dev.tiankong.task.InvalidOptionsException;

/** Decides whether a batch's end may be told to an address. */
public interface CallbackCheck {

  /**
   * @param owner of the batch
   * @throws InvalidOptionsException if it may not
   */
  void check(String owner, String url);
}
