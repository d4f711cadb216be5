package dev.tiankong.batch.intake;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonBody;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/**
 * The columns of a table, as its first line names them. A record may be shorter, or longer: then
 * only the fields count that have a name.
 */
final class CsvColumns {

  private static final String TEXT = "text";
  private static final String ID = "id";

  private final List<String> names;
  private final CsvGuard guard;
  private final int text;
  private final int id;

  private CsvColumns(List<String> names, CsvGuard guard) {
    this.names = names;
    this.guard = guard;
    this.text = names.indexOf(TEXT);
    this.id = names.indexOf(ID);
  }

  /**
   * @param records whose first one has the names
   * @throws Refusal if the names are not unique, or none is {@code text}
   */
  static CsvColumns of(Iterator<CSVRecord> records, CsvGuard guard) {
    List<String> names = new ArrayList<>();
    if (records.hasNext()) {
      records.next().forEach(name -> names.add(guard.removedFrom(name)));
    }
    leaveOutUnnamed(names);
    if (names.isEmpty()) {
      throw new Refusal(
          ProblemCode.NO_TEXT_COLUMN,
          Sentence.of(
              "empty",
              "The table is empty: its first line must name the columns, one of them \"text\"."));
    }
    if (!names.contains(TEXT)) {
      throw new Refusal(
          ProblemCode.NO_TEXT_COLUMN,
          Sentence.of("The first line has no column \"text\". Columns: {columns}.")
              .with("columns", Characters.shown(String.join(", ", names), 1_000)));
    }
    requireUnique(names);
    return new CsvColumns(names, guard);
  }

  /** Spreadsheets write the empty columns on the right of a table as well. */
  private static void leaveOutUnnamed(List<String> names) {
    while (!names.isEmpty() && names.get(names.size() - 1).isBlank()) {
      names.remove(names.size() - 1);
    }
  }

  private static void requireUnique(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.isBlank()) {
        throw JsonBody.invalid(
            Sentence.of("unnamed-column", "Column {column} has no name in the first line.")
                .with("column", names.indexOf(name) + 1));
      }
      if (!seen.add(name)) {
        throw JsonBody.invalid(
            Sentence.of("duplicate-column", "The first line has two columns \"{found}\".")
                .with("found", Characters.shown(name, 100)));
      }
    }
  }

  int size() {
    return names.size();
  }

  /** Whether a record has a field for each column, and nothing behind them. */
  boolean fit(CSVRecord fields) {
    return fields.size() >= names.size()
        && fields.stream().skip(names.size()).allMatch(String::isEmpty);
  }

  /** The names of those that are handed back. */
  List<String> others() {
    return names.stream().filter(name -> !name.equals(TEXT) && !name.equals(ID)).toList();
  }

  /** Empty if the record ends before it. */
  String text(CSVRecord fields) {
    return fields.isSet(text) ? field(fields, text) : "";
  }

  /** Null if the table has none, or the record ends before it. */
  String id(CSVRecord fields) {
    return fields.isSet(id) ? field(fields, id) : null;
  }

  JsonObject rest(CSVRecord fields) {
    JsonObjectBuilder rest = JSON.createObjectBuilder();
    for (int column = 0; column < Math.min(fields.size(), names.size()); column++) {
      if (column != text && column != id) {
        rest.add(names.get(column), field(fields, column));
      }
    }
    return rest.build();
  }

  private String field(CSVRecord fields, int column) {
    return guard.removedFrom(fields.get(column));
  }
}
