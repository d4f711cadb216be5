package dev.tiankong.batch.api;

import dev.tiankong.batch.Filling;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.ItemWarning;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.TextAnswer;
import dev.tiankong.batch.intake.CsvGuard;
import dev.tiankong.batch.query.Answers;
import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.request.JsonBody;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A record for each item, with every column that came in beside its answer. Candidates of one mask
 * are separated by spaces, those of several masks by semicolons, the codes of warnings by spaces.
 */
final class AnswersCsv {

  private static final List<String> COLUMNS =
      List.of("index", "id", "text", "state", "tokens", "scores", "filling", "error", "warnings");

  private static final String CAME_IN = "input.";

  private final List<String> names;
  private final CsvGuard guard;

  /**
   * @param names of the columns that came in
   */
  AnswersCsv(List<String> names, CsvGuard guard) {
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
    Set<String> header = new LinkedHashSet<>(COLUMNS);
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
    fields.add(shown(ofMasks(item, Prediction::token)));
    fields.add(ofMasks(item, prediction -> Float.toString(prediction.score())));
    fields.add(shown(item.answer().flatMap(AnswersCsv::filling).orElse(null)));
    fields.add(item.answer().flatMap(TextAnswer::error).map(ItemError::code).orElse(null));
    fields.add(item.warnings().stream().map(ItemWarning::code).collect(Collectors.joining(" ")));
    JsonObject input =
        item.input() == null ? JsonValue.EMPTY_JSON_OBJECT : JsonBody.object(item.input());
    names.forEach(name -> fields.add(shown(text(input.get(name)))));
    return fields;
  }

  private static String ofMasks(ItemAnswer item, Function<Prediction, String> field) {
    List<MaskPredictions> masks = item.answer().map(TextAnswer::masks).orElse(List.of());
    return masks.stream()
        .map(mask -> mask.predictions().stream().map(field).collect(Collectors.joining(" ")))
        .collect(Collectors.joining(";"));
  }

  /** The best one; there are none where there is one mask only. */
  private static Optional<String> filling(TextAnswer answer) {
    return answer.fillings().stream().findFirst().map(Filling::text);
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
