package dev.tiankong.task;

import dev.tiankong.request.JsonBody;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** Answers as they are kept, for want of the task that knows them. */
final class VerbatimFormat implements AnswerFormat {

  private static final String ANSWER = "answer";

  @Override
  public void writeJson(String text, String answer, OffsetUnit unit, JsonGenerator item) {
    item.write(ANSWER, JsonBody.object(answer));
  }

  @Override
  public List<String> columns() {
    return List.of(ANSWER);
  }

  @Override
  public List<String> fields(String text, String answer) {
    return List.of(answer);
  }
}
