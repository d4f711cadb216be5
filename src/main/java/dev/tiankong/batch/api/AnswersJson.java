package dev.tiankong.batch.api;

import dev.tiankong.batch.ItemAnswer;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A document of JSON that has all items, written while they are read. */
final class AnswersJson {

  private AnswersJson() {}

  static void write(AnswerPages pages, OutputStream out) throws IOException {
    write("{\"items\":[", pages, BatchJson::item, "\n],\"next\":null}\n", out);
  }

  /**
   * @param head what comes before the items
   * @param tail what comes after them
   */
  static void write(
      String head,
      AnswerPages pages,
      Function<ItemAnswer, JsonObjectBuilder> item,
      String tail,
      OutputStream out)
      throws IOException {
    Writer document = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Separator separator = new Separator();
    document.write(head);
    pages.forEach(
        answer -> {
          document.write(separator.next());
          document.write(item.apply(answer).build().toString());
        });
    document.write(tail);
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
