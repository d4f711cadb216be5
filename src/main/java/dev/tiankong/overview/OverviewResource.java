package dev.tiankong.overview;

import dev.tiankong.health.Readiness;
import dev.tiankong.metrics.InteractiveMeter;
import dev.tiankong.metrics.QueueFigures;
import dev.tiankong.metrics.WatchedQueues;
import dev.tiankong.outage.Outage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** How things stand: one's own batches, or for operators everybody's. */
@Path("api/v1/overview")
@RequestScoped
@RolesAllowed("viewer")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

  @Inject ReadFigures readFigures;
  @Inject InteractiveMeter interactive;
  @Inject Readiness readiness;
  @Inject WatchedQueues queues;
  @Inject Disks disks;
  @Inject Clock clock;
  @Context SecurityContext security;

  /**
   * @param zone where today is the day that counts; UTC if it is left out
   */
  @GET
  public JsonObject overview(@QueryParam("zone") ZoneId zone) {
    ZoneId here = zone == null ? ZoneOffset.UTC : zone;
    boolean everybody = security.isUserInRole("operator");
    Optional<String> owner =
        everybody ? Optional.empty() : Optional.of(security.getUserPrincipal().getName());
    Optional<Figures> figures = figures(owner, here);
    return new OverviewJson(everybody ? "all" : "own", clock.instant())
        .of(
            figures,
            interactive.lastHour(),
            Alerts.of(situation(everybody, figures.map(Figures::trouble))));
  }

  /** Empty while the database is away: the alerts are needed then more than ever. */
  private Optional<Figures> figures(Optional<String> owner, ZoneId zone) {
    try {
      return Optional.of(readFigures.of(owner, zone));
    } catch (RuntimeException e) {
      if (!Outage.isBehind(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private Situation situation(boolean everybody, Optional<Trouble> trouble) {
    // One's own batches wait in that queue alone.
    List<QueueFigures> concerned =
        queues.figures().stream()
            .filter(queue -> everybody || queue.name().equals(Situation.WORK))
            .toList();
    return new Situation(readiness.checks(), trouble, concerned, disks.inUse());
  }
}
