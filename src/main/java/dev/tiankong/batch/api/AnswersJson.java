package dev.tiankong.batch.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A page of JSON that has all items, written while they are read. */
final class AnswersJson {

  private AnswersJson() {}

  static void write(AnswerPages pages, OutputStream out) throws IOException {
    Writer document = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Separator separator = new Separator();
    document.write("{\"items\":[");
    pages.forEach(
        answer -> {
          document.write(separator.next());
          document.write(BatchJson.item(answer).build().toString());
        });
    document.write("\n],\"next\":null}\n");
    document.flush();
  }

  /** Stands before each item, with a comma before each but the first. */
  private static final class Separator {
    private boolean first = true;

    String next() {
      String separator = first ? "\n" : ",\n";
      first = false;
      return separator;
    }
  }
}
