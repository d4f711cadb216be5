package dev.tiankong.batch.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;

/** A text a line. Empty lines are passed over: people set verses apart with them. */
@ApplicationScoped
class PlainFormat implements BodyFormat {

  @Override
  public List<String> mediaTypes() {
    return List.of("text/plain");
  }

  @Override
  public JsonObject read(Reader body, TextCollector texts) throws IOException {
    BufferedReader lines = new BufferedReader(body);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      texts.atLine(++number);
      if (!line.isBlank()) {
        texts.add(line.strip(), null, JsonValue.EMPTY_JSON_OBJECT);
      }
    }
    return noOptions();
  }
}
