package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ItemState;
import dev.tiankong.batch.query.AnswerPage;
import dev.tiankong.batch.query.AnswerPages;
import dev.tiankong.batch.query.Answers;
import dev.tiankong.batch.query.Batches;
import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.batch.query.ItemSearch;
import dev.tiankong.request.Between;
import dev.tiankong.request.JsonText;
import dev.tiankong.request.QueryValue;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.OffsetUnit;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** What answers are asked for, behind the question mark of their address. */
public class ResultQuery {

  /**
   * How many texts are looked at for a page. No index finds a part of a Chinese text in every
   * database, so texts are read one by one; this many take about a tenth of a second.
   */
  static final int STRETCH = 100_000;

  /** The index before the first one wanted. */
  @QueryParam("after")
  @DefaultValue("-1")
  @Between(least = -1, most = Integer.MAX_VALUE)
  int after;

  @QueryParam("state")
  ItemState state;

  @QueryParam("error")
  String error;

  @QueryParam("warned")
  boolean warned;

  @QueryParam("q")
  String text;

  /** What positions in JSON are counted in. */
  @QueryParam("offsets")
  String offsets;

  private ItemSearch search() {
    return new ItemSearch(
        Optional.ofNullable(state),
        QueryValue.read("error", error, ResultQuery::code, "an error's code"),
        warned,
        Optional.ofNullable(text).filter(part -> !part.isEmpty()),
        Optional.empty());
  }

  private static String code(String given) {
    if (!given.matches("[A-Z_]{1,100}")) {
      throw new IllegalArgumentException(given);
    }
    return given;
  }

  /**
   * @param format of the batch's task
   */
  ItemJson items(AnswerFormat format) {
    return new ItemJson(format, OffsetUnit.named(offsets));
  }

  /** Everything from there on. */
  Answers all(Batch batch, AnswerPages pages) {
    return pages.of(batch.id(), search(), after);
  }

  /** A page; one of a search or of long texts may end early, and tells how far it came. */
  String page(Batch batch, AnswerFormat format, Batches batches, int limit) {
    ItemSearch search = search();
    ItemJson items = items(format);
    int last =
        search.text().isEmpty()
            ? batch.total()
            : (int) Math.min((long) after + STRETCH, batch.total());
    AnswerPage page = batches.answers(batch.id(), after, search.upTo(last), limit);
    return JsonText.of(
        json -> {
          json.writeStartArray("items");
          for (ItemAnswer answer : page.answers()) {
            json.writeStartObject();
            items.write(answer, json);
            json.writeEnd();
          }
          json.writeEnd().write("next", next(page, last, batch));
        });
  }

  private static JsonValue next(AnswerPage page, int last, Batch batch) {
    if (!page.last()) {
      return JSON.createValue(page.end());
    }
    return last < batch.total() - 1 ? JSON.createValue(last) : JsonValue.NULL;
  }
}
