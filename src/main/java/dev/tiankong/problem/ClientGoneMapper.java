package dev.tiankong.problem;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Nobody reads the answer, and nothing is wrong with the server. */
@Provider
public class ClientGoneMapper implements ExceptionMapper<ClientGoneException> {

  private static final System.Logger LOG = System.getLogger(ClientGoneMapper.class.getName());

  @Override
  public Response toResponse(ClientGoneException gone) {
    LOG.log(DEBUG, "A client has disconnected", gone);
    return Response.status(Response.Status.BAD_REQUEST).build();
  }
}
