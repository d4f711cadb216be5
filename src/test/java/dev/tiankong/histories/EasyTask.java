package dev.tiankong.histories;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.PreparedTask;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.TextTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Work that takes no time. A text says itself what becomes of it. */
@ApplicationScoped
class EasyTask implements TextTask {

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
    return "easy";
  }

  @Override
  public PreparedTask prepare(BatchOptions options) {
    return new PreparedTask() {
      @Override
      public BatchOptions options() {
        return options.withModel("none");
      }

      @Override
      public String fingerprint() {
        return "easy";
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
  public List<TextAnswer> answer(List<String> texts, BatchOptions options) {
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
    List<Prediction> predictions = List.of(new Prediction("京", 1));
    return TextAnswer.of(List.of(new MaskPredictions(0, 6, predictions)), List.of());
  }
}
