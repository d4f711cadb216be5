package dev.tiankong.batch.intake;

import dev.tiankong.request.JsonBody;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Comma separated values (RFC 4180) under a line of names: {@code text}, perhaps {@code id}, and
 * columns that are handed back.
 */
@ApplicationScoped
class CsvFormat implements BodyFormat {

  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreEmptyLines(true)
          // "北京"的首都: what follows a quotation belongs to its field, as in spreadsheets.
          .setTrailingData(true)
          .get();

  @Override
  public List<String> mediaTypes() {
    return List.of("text/csv");
  }

  @Override
  public JsonObject read(Reader body, TextCollector texts) throws IOException {
    try (CSVParser records = CSV.parse(body)) {
      read(records, texts);
      return noOptions();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException broken) {
        throw JsonBody.invalid(
            Sentence.of(
                    "open-quotation",
                    "A field starts with a quotation mark that is never closed: {cause}.")
                .with("cause", String.valueOf(broken.getMessage())));
      }
      throw e.getCause();
    }
  }

  private static void read(CSVParser records, TextCollector texts) {
    Iterator<CSVRecord> rest = records.iterator();
    CsvColumns columns = CsvColumns.of(rest, texts.csvGuard());
    texts.addColumns(columns.others());
    while (rest.hasNext()) {
      CSVRecord fields = rest.next();
      texts.atLine(records.getCurrentLineNumber());
      // Spreadsheets write the empty rows of a table as well.
      if (!fields.stream().allMatch(String::isEmpty)) {
        read(columns, fields, texts);
      }
    }
  }

  private static void read(CsvColumns columns, CSVRecord fields, TextCollector texts) {
    if (columns.fit(fields)) {
      texts.add(columns.text(fields), columns.id(fields), columns.rest(fields));
    } else {
      texts.addFailed(
          columns.text(fields),
          new ItemError(
              ItemErrorCode.INVALID_LINE,
              Sentence.of(
                      "columns",
                      "Record {record} has {found} fields, but there are {columns} columns.")
                  // The line of names is no record to those who count them.
                  .with("record", fields.getRecordNumber() - 1)
                  .with("found", fields.size())
                  .with("columns", columns.size())),
          columns.id(fields),
          columns.rest(fields));
    }
  }
}
