package dev.tiankong.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Packs an answer while it is written, of which no more than a buffer is in memory. */
@Provider
@Packed
@ApplicationScoped
public class PackAnswer implements WriterInterceptor {

  private static final int BUFFER = 1 << 13;

  @Context Request request;
  @Context HttpHeaders headers;

  @Override
  public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
    if (!AcceptedEncoding.isGzip(request, headers)) {
      answer.proceed();
      return;
    }
    answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, AcceptedEncoding.GZIP);
    answer.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    OutputStream plain = answer.getOutputStream();
    // Held back, because gzip begins before anything is written: a failure that comes first is told
    // in an answer of its own.
    OutputStream held = new BufferedOutputStream(plain, BUFFER);
    GZIPOutputStream packed = new GZIPOutputStream(held, BUFFER);
    answer.setOutputStream(packed);
    answer.proceed();
    // Only if all is written: who gets a part must not take it for the whole.
    packed.finish();
    held.flush();
    answer.setOutputStream(plain);
  }
}
