package dev.tiankong.histories;

import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.OptionsSpecification;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.TextTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Work that takes no time. A text says itself what becomes of it. */
@ApplicationScoped
class EasyTask implements TextTask {

  static final String NAME = "easy";

  static final TaskOptions NO_OPTIONS = new TaskOptions(JsonValue.EMPTY_JSON_OBJECT);

  /** Refused as it comes in. */
  static final String REFUSED = "refused";

  /** What one says that fails. */
  static final String FAILURE = "The work fails";

  /** Answered with an error. */
  static final String HOPELESS = "hopeless";

  /** Whether the current thread's next answer is an exception. */
  static final ThreadLocal<Boolean> FAILS = ThreadLocal.withInitial(() -> false);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Does nothing.";
  }

  @Override
  public OptionsSpecification options() {
    return OptionsSpecification.of();
  }

  @Override
  public AnswerFormat format() {
    throw new UnsupportedOperationException("Nobody reads the answers");
  }

  @Override
  public PreparedTask prepare(TaskOptions options) {
    return new PreparedTask() {
      @Override
      public TaskOptions options() {
        return options;
      }

      @Override
      public String weights() {
        return "none";
      }

      @Override
      public Optional<ItemError> refuse(String text) {
        return text.startsWith(REFUSED)
            ? Optional.of(new ItemError("REFUSED", "It says so.", JsonValue.EMPTY_JSON_OBJECT))
            : Optional.empty();
      }

      @Override
      public int cost(String text) {
        return 1;
      }
    };
  }

  @Override
  public List<TextAnswer> answer(List<String> texts, TaskOptions options) {
    if (FAILS.get()) {
      throw new IllegalStateException(FAILURE);
    }
    return texts.stream().map(EasyTask::answer).toList();
  }

  private static TextAnswer answer(String text) {
    if (text.startsWith(HOPELESS)) {
      return TextAnswer.failed(
          new ItemError("HOPELESS", "It says so.", JsonValue.EMPTY_JSON_OBJECT));
    }
    return TextAnswer.of("{}");
  }
}
