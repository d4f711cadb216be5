package dev.tiankong.openapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The OpenAPI document, for programs. */
@Path("api/v1")
@RequestScoped
@RolesAllowed("viewer")
public class DocumentResource {

  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml")
  public InputStream yaml() {
    return DocumentResource.class.getResourceAsStream("openapi.yaml");
  }

  @GET
  @Path("openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  public InputStream json() {
    return DocumentResource.class.getResourceAsStream("openapi.json");
  }
}
