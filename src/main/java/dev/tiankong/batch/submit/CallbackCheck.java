package dev.tiankong.batch.submit;

import dev.tiankong.wording.Refusal;

/** Decides whether a batch's end may be told to an address. */
public interface CallbackCheck {

  /**
   * @param owner of the batch
   * @throws Refusal if it may not
   */
  void check(String owner, String url);
}
