package dev.tiankong.openapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The OpenAPI document, and the AsyncAPI document of the message broker, for programs. */
@Path("api/v1")
@RequestScoped
@RolesAllowed("viewer")
public class DocumentResource {

  @GET
  @Path("openapi.yaml")
  @Produces("application/yaml")
  public InputStream yaml() {
    return packed("openapi.yaml");
  }

  @GET
  @Path("openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  public InputStream json() {
    return packed("openapi.json");
  }

  @GET
  @Path("asyncapi.yaml")
  @Produces("application/yaml")
  public InputStream messagingYaml() {
    return packed("asyncapi.yaml");
  }

  @GET
  @Path("asyncapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  public InputStream messagingJson() {
    return packed("asyncapi.json");
  }

  private static InputStream packed(String name) {
    return DocumentResource.class.getResourceAsStream(name);
  }
}
