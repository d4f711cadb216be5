package dev.tiankong.batch.intake;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.ItemError;
import dev.tiankong.problem.Problem;
import dev.tiankong.request.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * Comma separated values (RFC 4180) under a line of names: {@code text}, perhaps {@code id}, and
 * columns that are handed back.
 */
@ApplicationScoped
class CsvFormat implements BodyFormat {

  private static final String TEXT = "text";
  private static final String ID = "id";

  private static final CSVFormat CSV =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setSkipHeaderRecord(true)
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
      if (!records.getHeaderNames().contains(TEXT)) {
        throw Problem.unprocessable(
                "no-text-column",
                "The first line names no column \"text\", but: %s."
                    .formatted(String.join(", ", records.getHeaderNames())))
            .toException();
      }
      readRecords(records, texts);
      return noOptions();
    } catch (IllegalArgumentException e) {
      throw JsonBody.invalid("The first line does not name the columns: " + e.getMessage());
    } catch (CSVException e) {
      throw JsonBody.invalid(
          "A field begins with a quotation mark that no other one ends: " + e.getMessage());
    }
  }

  private static void readRecords(CSVParser records, TextCollector texts) throws IOException {
    try {
      for (CSVRecord fields : records) {
        texts.atLine(records.getCurrentLineNumber());
        read(fields, texts);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void read(CSVRecord fields, TextCollector texts) {
    String id = fields.isSet(ID) ? fields.get(ID) : null;
    if (fields.isConsistent()) {
      texts.add(fields.get(TEXT), id, rest(fields));
    } else {
      texts.addFailed(
          fields.isSet(TEXT) ? fields.get(TEXT) : "",
          new ItemError(
              "INVALID_LINE",
              "Record %d has %d fields, but there are %d columns."
                  .formatted(
                      fields.getRecordNumber(),
                      fields.size(),
                      fields.getParser().getHeaderNames().size())),
          id,
          rest(fields));
    }
  }

  private static String rest(CSVRecord fields) {
    JsonObjectBuilder rest = JSON.createObjectBuilder();
    Map<String, String> all = fields.toMap();
    all.remove(TEXT);
    all.remove(ID);
    fields.getParser().getHeaderNames().stream()
        .filter(all::containsKey)
        .forEach(name -> rest.add(name, all.get(name)));
    return all.isEmpty() ? null : rest.build().toString();
  }
}
