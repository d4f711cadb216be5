package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Batches;
import dev.tiankong.batch.ItemAnswer;
import dev.tiankong.batch.ItemSearch;
import dev.tiankong.batch.ItemState;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.Page;
import dev.tiankong.request.QueryNumber;
import dev.tiankong.request.QueryValue;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;

/**
 * What answers are asked for, behind the question mark of their address.
 *
 * @param after the index before the first one wanted
 */
record ResultQuery(int after, ItemSearch search) {

  /**
   * How many texts are looked at for a page. No index finds a part of a Chinese text in every
   * database, so texts are read one by one; this many take about a tenth of a second.
   */
  static final int STRETCH = 100_000;

  /**
   * @throws ProblemException if a parameter is not what it should be
   */
  static ResultQuery read(MultivaluedMap<String, String> given) {
    String after = Optional.ofNullable(given.getFirst("after")).orElse("-1");
    return new ResultQuery(
        QueryNumber.read("after", after, -1, Integer.MAX_VALUE),
        new ItemSearch(
            QueryValue.oneOf(ItemState.values(), "state", given.getFirst("state")),
            QueryValue.read("error", given.getFirst("error"), ResultQuery::code, "an error's code"),
            QueryValue.text("q", given.getFirst("q")).filter(text -> !text.isEmpty()),
            Optional.empty()));
  }

  private static String code(String given) {
    if (!given.matches("[A-Z_]{1,100}")) {
      throw new IllegalArgumentException(given);
    }
    return given;
  }

  /** Everything from there on. */
  AnswerPages all(Batch batch, Batches batches) {
    return new AnswerPages(after, (from, most) -> batches.answers(batch.id(), from, search, most));
  }

  /** A page; one of a search may end early, and tells how far it came. */
  JsonObject page(Batch batch, Batches batches, String limit) {
    int last =
        search.text().isEmpty()
            ? batch.total()
            : (int) Math.min((long) after + STRETCH, batch.total());
    Page<ItemAnswer> page =
        Page.read(limit, most -> batches.answers(batch.id(), after, search.upTo(last), most));
    List<ItemAnswer> found = page.entries();
    JsonArrayBuilder items = JSON.createArrayBuilder();
    found.forEach(answer -> items.add(BatchJson.item(answer)));
    return JSON.createObjectBuilder()
        .add("items", items)
        .add("next", next(page, last, batch))
        .build();
  }

  private static JsonValue next(Page<ItemAnswer> page, int last, Batch batch) {
    if (!page.last()) {
      return JSON.createValue(page.entries().get(page.entries().size() - 1).index());
    }
    return last < batch.total() - 1 ? JSON.createValue(last) : JsonValue.NULL;
  }
}
