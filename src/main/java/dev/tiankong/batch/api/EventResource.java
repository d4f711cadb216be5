package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.request.QueryValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;

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
  @Context UriInfo uri;

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void listen(
      @PathParam("id") String id,
      @QueryParam("results") String results,
      @Context HttpHeaders headers,
      @Context SseEventSink sink,
      @Context Sse sse) {
    Batch batch = lookup.find(id);
    int after = QueryValue.flag("results", results) ? lastSeen(headers) : Integer.MAX_VALUE;
    events.send(new Listener(batch.id(), BatchJson.self(batch.id(), uri), after, sink, sse));
  }

  /** Browsers say when they come back how far they had come. */
  private static int lastSeen(HttpHeaders headers) {
    return Optional.ofNullable(headers.getHeaderString(HttpHeaders.LAST_EVENT_ID_HEADER))
        .filter(value -> value.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(-1);
  }
}
