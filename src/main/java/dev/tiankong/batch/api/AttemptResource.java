package dev.tiankong.batch.api;

import dev.tiankong.batch.AttemptOutcome;
import dev.tiankong.batch.query.AttemptHistory;
import dev.tiankong.batch.query.AttemptRecord;
import dev.tiankong.request.Between;
import dev.tiankong.request.Page;
import dev.tiankong.request.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.UUID;

/** Each time that a worker began on texts of a batch, and how it ended. */
@Path("api/v1/batches/{id}/attempts")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class AttemptResource {

  @Inject BatchLookup lookup;
  @Inject AttemptHistory attempts;
  @Context SecurityContext security;

  /**
   * @param after what {@code next} said
   */
  @GET
  public JsonObject list(
      @PathParam("id") String id,
      @QueryParam("outcome") AttemptOutcome outcome,
      @QueryParam("after") String after,
      @QueryParam("limit") @DefaultValue("100") @Between(least = 1, most = Page.MOST) int limit) {
    UUID batch = lookup.find(id).id();
    Optional<AttemptRecord.Place> place =
        QueryValue.read("after", after, AttemptJson::place, "the \"next\" of an earlier page");
    boolean everything = security.isUserInRole("operator");
    return Page.read(limit, most -> attempts.page(batch, Optional.ofNullable(outcome), place, most))
        .toJson("attempts", attempt -> AttemptJson.of(attempt, everything), AttemptJson::next);
  }
}
