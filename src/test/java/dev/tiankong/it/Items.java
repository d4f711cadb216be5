package dev.tiankong.it;

import jakarta.json.JsonObject;
import java.util.List;

/** Finds its way about answers. */
final class Items {

  private Items() {}

  static List<JsonObject> of(Answer answer) {
    return of(answer.json());
  }

  static List<JsonObject> of(JsonObject page) {
    return page.getJsonArray("items").getValuesAs(JsonObject.class);
  }

  /** The predictions of an item's first mask. */
  static List<JsonObject> predictions(JsonObject item) {
    return predictions(item, 0);
  }

  static List<JsonObject> predictions(JsonObject item, int mask) {
    return item.getJsonArray("masks")
        .getJsonObject(mask)
        .getJsonArray("predictions")
        .getValuesAs(JsonObject.class);
  }

  static List<String> tokens(List<JsonObject> predictions) {
    return predictions.stream().map(prediction -> prediction.getString("token")).toList();
  }
}
