package dev.tiankong.operations;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.duties.Duties;
import dev.tiankong.duties.DutyRun;
import dev.tiankong.duties.DutyStatus;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Duration;

/** Shows operators the duties of this server, and runs one at once. */
@Path("api/v1/duties")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class DutyResource {

  private static final int MILLISECONDS = 3;

  @Inject Duties duties;
  @Inject ThisNode self;

  @GET
  public JsonObject list() {
    JsonArrayBuilder json = JSON.createArrayBuilder();
    duties.status().forEach(duty -> json.add(json(duty)));
    return JSON.createObjectBuilder().add("node", self.name()).add("duties", json).build();
  }

  @POST
  @Path("{name}/run")
  public JsonObject run(@PathParam("name") String name) {
    return duties
        .run(name)
        .map(DutyResource::json)
        .orElseThrow(
            () ->
                new Refusal(
                    ProblemCode.NO_SUCH_DUTY,
                    Sentence.of("There is no duty {duty}.").with("duty", name)));
  }

  private static JsonObject json(DutyStatus duty) {
    return JSON.createObjectBuilder()
        .add("name", duty.name())
        .add("intervalSeconds", duty.interval().toSeconds())
        .add("runningSince", text(duty.runningSince()))
        .add("last", duty.last() == null ? JsonValue.NULL : json(duty.last()))
        .build();
  }

  private static JsonObject json(DutyRun run) {
    return JSON.createObjectBuilder()
        .add("startedAt", run.startedAt().toString())
        .add("seconds", seconds(run.time()))
        .add("outcome", run.outcome().name())
        .add("error", text(run.error()))
        .build();
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), MILLISECONDS);
  }

  private static JsonValue text(Object value) {
    return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
  }
}
