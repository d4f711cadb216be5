package dev.tiankong.it;

import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.Option;
import dev.tiankong.task.OptionsSpecification;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.TextTask;
import dev.tiankong.task.fillmask.FillMaskAnswer;
import dev.tiankong.task.fillmask.FillMaskTask;
import dev.tiankong.task.fillmask.MaskPredictions;
import dev.tiankong.task.fillmask.Prediction;
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
          new FillMaskAnswer(
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
                  List.of())
              .encoded());

  private final FillMaskTask fillMask = new FillMaskTask();

  @Override
  public String name() {
    // The tests' client holds answers against the API's description, which knows no other.
    return "fill-mask";
  }

  @Override
  public String description() {
    return fillMask.description();
  }

  @Override
  public OptionsSpecification options() {
    return fillMask.options();
  }

  @Override
  public AnswerFormat format() {
    return fillMask.format();
  }

  @Override
  public PreparedTask prepare(TaskOptions options) {
    return new Prepared(options.with(Option.MODEL, "none"));
  }

  @Override
  public List<TextAnswer> answer(List<String> texts, TaskOptions options) {
    return texts.stream().map(text -> ANSWER).toList();
  }

  private record Prepared(TaskOptions options) implements PreparedTask {

    @Override
    public String weights() {
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
