package dev.tiankong.health;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;

@Path("api/v1/health")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

  @Inject Readiness readiness;

  /** Whether the server runs at all. */
  @GET
  @Path("live")
  public JsonObject live() {
    return Json.createObjectBuilder().add("status", "UP").build();
  }

  /** Whether it can take batches in and work on them; if not, why. */
  @GET
  @Path("ready")
  public Response ready() {
    Map<String, Optional<String>> checks = readiness.checks();
    boolean up = checks.values().stream().allMatch(Optional::isEmpty);
    JsonArrayBuilder details = Json.createArrayBuilder();
    checks.forEach((name, problem) -> details.add(check(name, problem)));
    return Response.status(up ? Status.OK : Status.SERVICE_UNAVAILABLE)
        .entity(Json.createObjectBuilder().add("status", status(up)).add("checks", details).build())
        .build();
  }

  private static JsonObjectBuilder check(String name, Optional<String> problem) {
    JsonObjectBuilder check =
        Json.createObjectBuilder().add("name", name).add("status", status(problem.isEmpty()));
    problem.ifPresent(reason -> check.add("reason", reason));
    return check;
  }

  private static String status(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
