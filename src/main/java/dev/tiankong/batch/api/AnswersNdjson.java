package dev.tiankong.batch.api;

import dev.tiankong.batch.query.Answers;
import dev.tiankong.request.JsonText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A line for each item, as it stands in a page of JSON. */
final class AnswersNdjson {

  private AnswersNdjson() {}

  static void write(Answers answers, ItemJson items, OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    answers.forEach(
        answer -> {
          lines.write(JsonText.of(json -> items.write(answer, json)));
          lines.write('\n');
        });
    lines.flush();
  }
}
