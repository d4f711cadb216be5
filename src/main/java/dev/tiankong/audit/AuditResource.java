package dev.tiankong.audit;

import dev.tiankong.request.Between;
import dev.tiankong.request.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Shows operators what happened, the latest first. */
@Path("api/v1/audit")
@RequestScoped
@RolesAllowed("operator")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  @Inject Audit audit;

  @GET
  public JsonObject page(
      @BeanParam AuditSearch search,
      @QueryParam("limit") @DefaultValue("100") @Between(least = 1, most = Page.MOST) int limit) {
    return Page.read(limit, most -> audit.page(search, most))
        .toJson("entries", AuditResource::json, entry -> Json.createValue(entry.id()));
  }

  private static JsonObject json(AuditEntry entry) {
    return Json.createObjectBuilder()
        .add("id", entry.id())
        .add("at", entry.at().toString())
        .add("user", entry.userName())
        .add("token", orNull(entry.tokenId()))
        .add("method", entry.method())
        .add("path", entry.path())
        .add("from", entry.remoteAddress())
        .add("status", entry.status() == null ? JsonValue.NULL : Json.createValue(entry.status()))
        .build();
  }

  private static JsonValue orNull(Object value) {
    return value == null ? JsonValue.NULL : Json.createValue(value.toString());
  }
}
