package dev.tiankong.operations;

import jakarta.json.JsonArray;
import java.time.Instant;
import java.util.List;

/**
 * A server, as it tells of itself.
 *
 * @param name as in {@code TIANKONG_NODE}
 * @param startedAt when its JVM was started
 * @param models in memory
 * @param workers an entry for each
 */
record Node(String name, Instant startedAt, Memory memory, List<String> models, JsonArray workers) {

  Node {
    models = List.copyOf(models);
  }

  /**
   * @param heardAt when it said so
   * @param alive whether that was lately
   */
  record Heard(Node node, Instant heardAt, boolean alive) {}
}
