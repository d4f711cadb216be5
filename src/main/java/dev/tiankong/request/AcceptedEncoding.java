package dev.tiankong.request;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.List;

/** How a client takes answers. */
public final class AcceptedEncoding {

  public static final String GZIP = "gzip";
  private static final List<Variant> WAYS = Variant.encodings(GZIP, "identity").build();

  private AcceptedEncoding() {}

  /** Also says in the answer what that depends on ({@code Vary}). */
  public static boolean isGzip(Request request, HttpHeaders headers) {
    Variant way = request.selectVariant(WAYS);
    // Who names no encoding takes any, says HTTP; but many such clients know none.
    return headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING) != null
        && way != null
        && way.getEncoding().equals(GZIP);
  }
}
