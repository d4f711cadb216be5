package dev.tiankong.task.count;

import dev.tiankong.request.JsonBody;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.OffsetUnit;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.util.List;

/** The members of the answer as they are, and in CSV a column for each. */
final class CountFormat implements AnswerFormat {

  private static final List<String> COLUMNS = List.of("characters", "often");

  @Override
  public void writeJson(String text, String answer, OffsetUnit unit, JsonGenerator item) {
    JsonBody.object(answer).forEach(item::write);
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public List<String> fields(String text, String answer) {
    JsonObject count = JsonBody.object(answer);
    return List.of(
        Integer.toString(count.getInt("characters")),
        String.join(" ", count.getJsonObject("often").keySet()));
  }
}
