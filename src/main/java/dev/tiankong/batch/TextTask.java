package dev.tiankong.batch;

import java.util.List;

/** A kind of work on one text at a time. */
public interface TextTask {

  /** What clients call it, such as {@code fill-mask}. */
  String name();

  /**
   * Makes ready to take in texts that are to be worked on in one way.
   *
   * @throws InvalidOptionsException if the task cannot follow the options
   * @throws TaskUnavailableException while the model cannot be used
   */
  PreparedTask prepare(BatchOptions options);

  /**
   * Does the work.
   *
   * @param options of a prepared task
   * @return one answer for each text, in the same order
   */
  List<TextAnswer> answer(List<String> texts, BatchOptions options);

  /**
   * The same for texts of a batch. Nobody waits for them: a task that takes the processors for long
   * leaves them to others first.
   */
  default List<TextAnswer> answerInBackground(List<String> texts, BatchOptions options) {
    return answer(texts, options);
  }
}
