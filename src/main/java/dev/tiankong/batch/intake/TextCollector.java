package dev.tiankong.batch.intake;

import dev.tiankong.batch.SubmittedText;
import dev.tiankong.batch.SubmittedTexts;
import dev.tiankong.request.Characters;
import dev.tiankong.task.ItemError;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonObject;
import java.io.Reader;
import java.util.Collection;
import java.util.Optional;

/** Puts the texts of one body aside as they are read, and ends the request at one too many. */
final class TextCollector {

  private final SubmittedTexts texts = new SubmittedTexts();
  private final IntakeLimits limits;
  private final ColumnNames columns;
  private final CsvGuard csvGuard;
  private RecordReader reader;
  private int line = 1;

  /**
   * @param csvGuard whether the fields of a table have been guarded
   */
  TextCollector(IntakeLimits limits, CsvGuard csvGuard) {
    this.csvGuard = csvGuard;
    this.limits = limits;
    this.columns = new ColumnNames(limits.columns());
  }

  /** The same body, cut off where a record has no end. */
  Reader reader(Reader body) {
    reader = new RecordReader(body);
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
   * @throws Refusal if it is one too many, or has too many names
   */
  void addFailed(String shown, ItemError error, String customId, JsonObject input) {
    String text = Characters.shown(shown, limits.characters());
    add(StorableText.of(text, error, customId, json(input), line));
  }

  /**
   * @param customId the client's own name for it, or null
   * @param input what else came with it
   * @throws Refusal if it is one too many, or has too many names
   */
  void add(String text, String customId, JsonObject input) {
    Optional<ItemError> tooLong = limits.refuse(text);
    if (tooLong.isPresent()) {
      addFailed(text, tooLong.get(), customId, input);
    } else {
      add(StorableText.of(text, customId, json(input), line));
    }
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
      throw new Refusal(
          ProblemCode.TOO_MANY_TEXTS,
          Sentence.of("A batch can have at most {most} texts: split it.")
              .with("most", limits.texts()));
    }
    texts.add(text);
    reader.nextRecord();
  }

  /**
   * @throws Refusal if there is none
   */
  SubmittedTexts texts() {
    if (texts.size() == 0) {
      throw new Refusal(ProblemCode.NO_TEXTS, "A batch needs at least one text.");
    }
    return texts;
  }

  void discard() {
    texts.discard();
  }
}
