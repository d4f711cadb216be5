package dev.tiankong.task;

import dev.tiankong.wording.Refusal;
import java.util.List;

/** A kind of work on one text at a time. Each bean of this type is a task that batches can name. */
public interface TextTask {

  /** What clients call it, such as {@code fill-mask}; also part of addresses. */
  String name();

  /** For people who choose a task: what it does with a text. */
  String description();

  /**
   * What can be asked of it. Does not depend on what is installed or configured, but for bounds.
   */
  OptionsSpecification options();

  /**
   * Makes ready to take in texts that are to be worked on in one way.
   *
   * @throws Refusal if the task cannot follow the options
   * @throws Refusal while it cannot be done, as without its model
   */
  PreparedTask prepare(TaskOptions options);

  /**
   * Does the work while somebody waits for it.
   *
   * @param options of a prepared task
   * @return one answer for each text, in the same order
   */
  List<TextAnswer> answer(List<String> texts, TaskOptions options);

  /**
   * The same for texts of a batch. Nobody waits for them: a task that takes the processors for long
   * leaves them to others first.
   */
  default List<TextAnswer> work(List<String> texts, TaskOptions options) {
    return answer(texts, options);
  }

  /** How its answers are read. */
  AnswerFormat format();
}
