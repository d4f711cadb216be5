package dev.tiankong.batch.intake;

import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonBody;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** A JSON value a line: a text, or an object with one. Empty lines are passed over. */
@ApplicationScoped
class NdjsonFormat implements BodyFormat {

  private static final int SHOWN = 200;

  @Override
  public List<String> mediaTypes() {
    return List.of("application/x-ndjson", "application/ndjson", "application/jsonl");
  }

  @Override
  public JsonObject read(Reader body, TextCollector texts) throws IOException {
    BufferedReader lines = new BufferedReader(body);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        read(line, number, texts);
      }
    }
    return noOptions();
  }

  private static void read(String line, int number, TextCollector texts) {
    texts.atLine(number);
    item(line, number).addTo(texts);
  }

  private static JsonItem item(String line, int number) {
    try {
      return JsonBody.readLine(line, number, parser -> JsonItem.read(parser, parser.next()));
    } catch (Refusal e) {
      if (JsonBody.isDuplicateMember(e)) {
        // Valid JSON, of which nobody knows what it means.
        throw e;
      }
      // The other lines are not to blame for this one.
      return JsonItem.failed(
          Characters.shown(line, SHOWN),
          new ItemError(
              ItemErrorCode.INVALID_LINE,
              Sentence.of("not-json", "Line {line} is not valid JSON.").with("line", number)));
    }
  }
}
