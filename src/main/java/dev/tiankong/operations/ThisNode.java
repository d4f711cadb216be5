package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.inference.ModelCatalogue;
import dev.tiankong.work.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This server, as it is now. */
@ApplicationScoped
class ThisNode {

  private static final double MINUTE = 60;

  @Inject Workers workers;
  @Inject ModelCatalogue models;

  @Inject
  @ConfigProperty(name = "tiankong.node", defaultValue = "tiankong")
  String name;

  String name() {
    return name;
  }

  Node now() {
    Instant startedAt = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    return new Node(name, startedAt, Memory.now(), models.loaded(), workers());
  }

  private JsonArray workers() {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    workers.now().forEach(activity -> json.add(json(activity)));
    return json.build();
  }

  private static JsonObject json(Workers.Activity activity) {
    boolean idle = activity.chunk() == null;
    return JSON.createObjectBuilder()
        .add("batch", idle ? JsonValue.NULL : text(activity.chunk().batchId()))
        .add("chunk", idle ? JsonValue.NULL : JSON.createValue(activity.chunk().number()))
        .add("since", idle ? JsonValue.NULL : text(activity.since()))
        .add("chunksLastMinute", activity.chunks())
        .add("textsPerSecond", activity.texts() / MINUTE)
        .build();
  }

  private static JsonValue text(Object value) {
    return JSON.createValue(value.toString());
  }
}
