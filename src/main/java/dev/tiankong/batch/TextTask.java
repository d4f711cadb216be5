package dev.tiankong.batch;

import java.util.Optional;

/** A kind of work on one text at a time, as far as the life of a batch needs to know it. */
public interface TextTask {

  /** What clients call it, such as {@code fill-mask}. */
  String name();

  /**
   * The installed model that does the work.
   *
   * @throws TaskUnavailableException while there is none
   */
  String model();

  /** The most candidates that can be asked for. */
  int maxTopK();

  /** Why this text can never be answered, as far as can be told at once. */
  Optional<ItemError> refuse(String text);

  /** An upper bound of the text's tokens. */
  int cost(String text);
}
