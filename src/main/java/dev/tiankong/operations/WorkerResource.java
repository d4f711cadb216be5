package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;

/** Shows operators what the workers of all servers are at. */
@Path("api/v1/workers")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class WorkerResource {

  @Inject Nodes nodes;
  @Inject ThisNode self;
  @Inject Clock clock;

  @GET
  public JsonObject list() {
    Node now = self.now();
    JsonArrayBuilder json = JSON.createArrayBuilder();
    for (Node.Heard heard : nodes.all()) {
      boolean here = heard.node().name().equals(now.name());
      // Why wait for what this server tells the others.
      json.add(json(here ? new Node.Heard(now, clock.instant(), true) : heard));
    }
    return JSON.createObjectBuilder().add("nodes", json).build();
  }

  private static JsonObject json(Node.Heard heard) {
    Node node = heard.node();
    return JSON.createObjectBuilder()
        .add("node", node.name())
        .add("alive", heard.alive())
        .add("heardAt", heard.heardAt().toString())
        .add("startedAt", node.startedAt().toString())
        .add("uptimeSeconds", Duration.between(node.startedAt(), heard.heardAt()).toSeconds())
        .add("memory", json(node.memory()))
        .add("models", JSON.createArrayBuilder(node.models()))
        .add("workers", node.workers())
        .build();
  }

  private static JsonObject json(Memory memory) {
    return JSON.createObjectBuilder()
        .add("heapUsed", memory.heapUsed())
        .add("heapMax", memory.heapMax())
        .add(
            "resident",
            memory.resident() == null ? JsonValue.NULL : JSON.createValue(memory.resident()))
        .build();
  }
}
