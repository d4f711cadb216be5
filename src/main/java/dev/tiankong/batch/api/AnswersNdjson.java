package dev.tiankong.batch.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A line for each item, as it stands in a page of JSON. */
final class AnswersNdjson {

  private AnswersNdjson() {}

  static void write(AnswerPages pages, OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    pages.forEach(
        answer -> {
          lines.write(BatchJson.item(answer).build().toString());
          lines.write('\n');
        });
    lines.flush();
  }
}
