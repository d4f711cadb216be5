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
import dev.tiankong.request.JsonText;
import dev.tiankong.request.Page;
import dev.tiankong.request.QueryNames;
import dev.tiankong.request.QueryNumber;
import dev.tiankong.request.QueryValue;
import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.OffsetUnit;
import dev.tiankong.wording.Refusal;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Optional;

/**
 * What answers are asked for, behind the question mark of their address.
 *
 * @param after the index before the first one wanted
 * @param unit what positions in JSON are counted in
 */
@QueryNames(once = {"after", "state", "error", "warned", "q", "offsets"})
record ResultQuery(int after, ItemSearch search, OffsetUnit unit) {

  /**
   * How many texts are looked at for a page. No index finds a part of a Chinese text in every
   * database, so texts are read one by one; this many take about a tenth of a second.
   */
  static final int STRETCH = 100_000;

  /**
   * @throws Refusal if a parameter is not what it should be
   */
  static ResultQuery read(MultivaluedMap<String, String> given) {
    String after = Optional.ofNullable(given.getFirst("after")).orElse("-1");
    return new ResultQuery(
        QueryNumber.read("after", after, -1, Integer.MAX_VALUE),
        new ItemSearch(
            QueryValue.oneOf(ItemState.values(), "state", given.getFirst("state")),
            QueryValue.read("error", given.getFirst("error"), ResultQuery::code, "an error's code"),
            QueryValue.flag("warned", given.getFirst("warned")),
            QueryValue.text("q", given.getFirst("q")).filter(text -> !text.isEmpty()),
            Optional.empty()),
        OffsetUnit.named(given.getFirst("offsets")));
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
    return new ItemJson(format, unit);
  }

  /** Everything from there on. */
  Answers all(Batch batch, AnswerPages pages) {
    return pages.of(batch.id(), search, after);
  }

  /** A page; one of a search or of long texts may end early, and tells how far it came. */
  String page(Batch batch, AnswerFormat format, Batches batches, String limit) {
    ItemJson items = items(format);
    int last =
        search.text().isEmpty()
            ? batch.total()
            : (int) Math.min((long) after + STRETCH, batch.total());
    AnswerPage page = batches.answers(batch.id(), after, search.upTo(last), Page.size(limit));
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
