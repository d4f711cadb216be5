package dev.tiankong.it;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.PreparedTask;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.TextTask;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Optional;

/** A model that takes no time: what is left is what the server does around it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class NoOpTask implements TextTask {

  private static final TextAnswer ANSWER =
      TextAnswer.of(
          List.of(
              new MaskPredictions(
                  3,
                  6,
                  List.of(
                      new Prediction("上", 0.9612f),
                      new Prediction("如", 0.0121f),
                      new Prediction("下", 0.0043f),
                      new Prediction("月", 0.0022f),
                      new Prediction("有", 0.0013f)))),
          List.of());

  @Override
  public String name() {
    // The tests' client holds answers against the API's description, which knows no other.
    return "fill-mask";
  }

  @Override
  public PreparedTask prepare(BatchOptions options) {
    return new Prepared(options.withModel("none"));
  }

  @Override
  public List<TextAnswer> answer(List<String> texts, BatchOptions options) {
    return texts.stream().map(text -> ANSWER).toList();
  }

  private record Prepared(BatchOptions options) implements PreparedTask {

    @Override
    public String fingerprint() {
      return "none";
    }

    @Override
    public Optional<ItemError> refuse(String text) {
      return Optional.empty();
    }

    @Override
    public int cost(String text) {
      // About what the real one says.
      return text.length();
    }
  }
}
