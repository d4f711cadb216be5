package dev.tiankong.batch.api;

import dev.tiankong.batch.intake.CsvGuard;
import dev.tiankong.batch.query.Answers;
import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.request.JsonBody;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemWarning;
import dev.tiankong.task.TextAnswer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A record for each item, with every column that came in beside those of its task. The codes of
 * warnings are separated by spaces.
 */
final class AnswersCsv {

  private static final List<String> BEFORE_ANSWER = List.of("index", "id", "text", "state");
  private static final List<String> BEHIND_ANSWER = List.of("error", "warnings");

  private static final String CAME_IN = "input.";

  private final AnswerFormat format;
  private final List<String> names;
  private final CsvGuard guard;

  /**
   * @param format of the batch's task
   * @param names of the columns that came in
   */
  AnswersCsv(AnswerFormat format, List<String> names, CsvGuard guard) {
    this.format = format;
    this.names = names;
    this.guard = guard;
  }

  void write(Answers answers, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    CSVPrinter records = new CSVPrinter(writer, CSVFormat.RFC4180);
    records.printRecord(header());
    answers.forEach(answer -> records.printRecord(fields(answer)));
    records.flush();
  }

  /** Each name once: an export can be mended and handed in again, whose columns are ours. */
  private Set<String> header() {
    Set<String> header = new LinkedHashSet<>(BEFORE_ANSWER);
    header.addAll(format.columns());
    header.addAll(BEHIND_ANSWER);
    for (String name : names) {
      String free = shown(name);
      while (!header.add(free)) {
        free = CAME_IN + free;
      }
    }
    return header;
  }

  private List<Object> fields(ItemAnswer item) {
    List<Object> fields = new ArrayList<>();
    fields.add(item.index());
    fields.add(shown(item.customId()));
    fields.add(shown(item.text()));
    fields.add(item.state());
    answer(item).forEach(field -> fields.add(shown(field)));
    fields.add(item.answer().flatMap(TextAnswer::error).map(ItemError::code).orElse(null));
    fields.add(item.warnings().stream().map(ItemWarning::code).collect(Collectors.joining(" ")));
    JsonObject input =
        item.input() == null ? JsonValue.EMPTY_JSON_OBJECT : JsonBody.object(item.input());
    names.forEach(name -> fields.add(shown(text(input.get(name)))));
    return fields;
  }

  private List<String> answer(ItemAnswer item) {
    return item.answer()
        .filter(answer -> answer.error().isEmpty())
        .map(answer -> format.fields(item.text(), answer.content()))
        .orElseGet(format::noFields);
  }

  private static String text(JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return null;
    }
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  private String shown(String text) {
    return text == null ? null : guard.addedTo(text);
  }
}
