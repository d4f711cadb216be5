package dev.tiankong.audit;

import dev.tiankong.request.QueryNumber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Shows operators what happened, the latest first. */
@Path("api/v1/audit")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  private static final int MAX_LIMIT = 1_000;
  private static final String LATEST = "9223372036854775807";

  @Inject Audit audit;

  /**
   * @param after the id of the last entry that the caller has, as {@code next} said it
   */
  @GET
  public JsonObject page(
      @QueryParam("after") @DefaultValue(LATEST) String after,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    int size = QueryNumber.read("limit", limit, 1, MAX_LIMIT);
    // One more than asked for tells whether a page follows.
    List<AuditEntry> found =
        audit.page(QueryNumber.read("after", after, 1L, Long.MAX_VALUE), size + 1);
    boolean last = found.size() <= size;
    List<AuditEntry> entries = last ? found : found.subList(0, size);
    JsonArrayBuilder list = Json.createArrayBuilder();
    entries.forEach(entry -> list.add(json(entry)));
    JsonObjectBuilder page = Json.createObjectBuilder().add("entries", list);
    return last
        ? page.addNull("next").build()
        : page.add("next", entries.get(size - 1).id()).build();
  }

  private static JsonObjectBuilder json(AuditEntry entry) {
    return Json.createObjectBuilder()
        .add("id", entry.id())
        .add("at", entry.at().toString())
        .add("user", entry.userName())
        .add("token", orNull(entry.tokenId()))
        .add("method", entry.method())
        .add("path", entry.path())
        .add("from", entry.remoteAddress())
        .add("status", entry.status() == null ? JsonValue.NULL : Json.createValue(entry.status()));
  }

  private static JsonValue orNull(Object value) {
    return value == null ? JsonValue.NULL : Json.createValue(value.toString());
  }
}
