package dev.tiankong.batch.api;

import dev.tiankong.batch.query.Answers;
import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.request.JsonText;
import jakarta.json.stream.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/** A document of JSON that has all items, written while they are read. */
final class AnswersJson {

  private AnswersJson() {}

  static void write(Answers answers, ItemJson items, OutputStream out) throws IOException {
    write("{\"items\":[", answers, items::write, "\n],\"next\":null}\n", out);
  }

  /**
   * @param head what comes before the items
   * @param item writes the members of one
   * @param tail what comes after them
   */
  static void write(
      String head,
      Answers answers,
      BiConsumer<ItemAnswer, JsonGenerator> item,
      String tail,
      OutputStream out)
      throws IOException {
    Writer document = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Separator separator = new Separator();
    document.write(head);
    answers.forEach(
        answer -> {
          document.write(separator.next());
          document.write(JsonText.of(json -> item.accept(answer, json)));
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
