package dev.tiankong.openai;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.request.Page;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.function.Function;

/** A page of a list; the id of its last entry is the {@code after} of the following one. */
final class Listing {

  private Listing() {}

  static <T> JsonObject of(Page<T> page, Function<T, JsonObject> entry) {
    List<JsonObject> entries = page.entries().stream().map(entry).toList();
    JsonArrayBuilder data = JSON.createArrayBuilder();
    entries.forEach(data::add);
    JsonObjectBuilder list =
        JSON.createObjectBuilder()
            .add("object", "list")
            .add("data", data)
            .add("has_more", !page.last());
    if (entries.isEmpty()) {
      return list.addNull("first_id").addNull("last_id").build();
    }
    return list.add("first_id", entries.get(0).get("id"))
        .add("last_id", entries.get(entries.size() - 1).get("id"))
        .build();
  }
}
