package dev.tiankong.batch.intake;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.ItemError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.NoSuchElementException;

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
    try (JsonParser parser = JSON.createParser(new StringReader(line))) {
      JsonItem.read(parser, parser.next(), texts);
    } catch (JsonException | NoSuchElementException e) {
      // The other lines are not to blame for this one.
      texts.addFailed(
          StorableText.shown(line, SHOWN),
          new ItemError("INVALID_LINE", "Line %d is not valid JSON.".formatted(number)));
    }
  }
}
