package dev.tiankong.request;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A piece of a list.
 *
 * @param last whether nothing follows
 */
public record Page<T>(List<T> entries, boolean last) {

  /** How many entries most lists give at a time. */
  public static final int MOST = 1_000;

  /**
   * @param size how many entries the client wants
   * @param source gives so many of them, or as many as there are
   */
  public static <T> Page<T> read(int size, IntFunction<List<T>> source) {
    // One more than asked for tells whether a page follows.
    List<T> found = source.apply(size + 1);
    boolean last = found.size() <= size;
    return new Page<>(last ? found : found.subList(0, size), last);
  }

  /**
   * @param name of the member with the entries
   * @param next what a client says after an entry to go on behind it
   */
  public JsonObject toJson(
      String name, Function<T, JsonObject> entry, Function<T, JsonValue> next) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    entries.forEach(one -> array.add(entry.apply(one)));
    JsonObjectBuilder page = JSON.createObjectBuilder().add(name, array);
    return last
        ? page.addNull("next").build()
        : page.add("next", next.apply(entries.get(entries.size() - 1))).build();
  }
}
