package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.request.Transfers;
import dev.tiankong.task.Tasks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/**
 * What happens to a batch, as it happens: {@code progress} with the status, {@code result} with an
 * item for those who ask, {@code end} with the last status.
 */
@Path("api/v1/batches/{id}/events")
@RequestScoped
@RolesAllowed("viewer")
public class EventResource {

  @Inject BatchLookup lookup;
  @Inject LiveEvents events;
  @Inject Transfers transfers;
  @Inject Tasks tasks;
  @Context UriInfo uri;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void listen(
      @PathParam("id") String id,
      @QueryParam("results") boolean results,
      @QueryParam("lastEventId") String lastEventId,
      @Context HttpHeaders headers,
      @Context HttpServletResponse response,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Batch batch = lookup.find(id);
    EventId last = EventId.read(headers, lastEventId);
    if (last.isEndOf(batch)) {
      // The one answer after which an EventSource does not come back.
      throw new WebApplicationException(Response.Status.NO_CONTENT);
    }
    // Proxies that collect answers pass each event on at once.
    response.setHeader("X-Accel-Buffering", "no");
    events.send(
        new EventSubscriber(
            batch,
            tasks,
            BatchJson.self(batch.id(), uri),
            results ? last.item() : Integer.MAX_VALUE,
            new EventSubscriber.Connection(sink, sse, transfers.stream())));
  }
}
