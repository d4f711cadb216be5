package dev.tiankong.batch.intake;

import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.SubmittedText;
import dev.tiankong.batch.SubmittedTexts;
import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Collection;
import org.apache.commons.io.input.BOMInputStream;

/** Puts the texts of one body aside as they are read, and ends the request at one too many. */
final class TextCollector {

  private final SubmittedTexts texts = new SubmittedTexts();
  private final Limits limits;
  private final ColumnNames columns;
  private final CsvGuard csvGuard;
  private RecordReader reader;
  private int line = 1;

  /**
   * @param csvGuard whether the fields of a table have been guarded
   */
  TextCollector(Limits limits, CsvGuard csvGuard) {
    this.csvGuard = csvGuard;
    this.limits = limits;
    this.columns = new ColumnNames(limits.columns());
  }

  /** The body as characters. A damaged byte must not become a question mark in somebody's text. */
  Reader reader(InputStream body, Charset charset) throws IOException {
    // Spreadsheets begin with a byte order mark, which is no part of the first word.
    InputStream unmarked = BOMInputStream.builder().setInputStream(body).get();
    reader = new RecordReader(new InputStreamReader(unmarked, charset.newDecoder()));
    return reader;
  }

  CsvGuard csvGuard() {
    return csvGuard;
  }

  /** Says in which line of the body the next text ends. */
  void atLine(long number) {
    line = (int) number;
  }

  /**
   * Something that is no text, or a broken record of one.
   *
   * @param shown so that people recognize it
   * @param customId the client's own name for it, or null
   * @param input what else is known of it
   * @throws ProblemException if it is one too many, or has too many names
   */
  void addFailed(String shown, ItemError error, String customId, JsonObject input) {
    String text = StorableText.shown(shown, limits.characters());
    add(StorableText.of(text, error, customId, json(input), line));
  }

  /**
   * @param customId the client's own name for it, or null
   * @param input what else came with it
   * @throws ProblemException if it is one too many, too long, or has too many names
   */
  void add(String text, String customId, JsonObject input) {
    limits.requireFits(texts.size(), text);
    add(StorableText.of(text, customId, json(input), line));
  }

  /** Names that every following text may have. */
  void addColumns(Collection<String> names) {
    columns.add(names, line);
  }

  private String json(JsonObject input) {
    addColumns(input.keySet());
    return input.isEmpty() ? null : input.toString();
  }

  private void add(SubmittedText text) {
    if (texts.size() == limits.texts()) {
      throw new Problem(
              413,
              "too-many-texts",
              "A batch takes at most %d texts: split it into several.".formatted(limits.texts()))
          .toException();
    }
    texts.add(text);
    reader.nextRecord();
  }

  /**
   * @throws ProblemException if there is none
   */
  SubmittedTexts texts() {
    if (texts.size() == 0) {
      throw Problem.unprocessable("no-texts", "A batch needs at least one text.").toException();
    }
    return texts;
  }

  void discard() {
    texts.discard();
  }
}
