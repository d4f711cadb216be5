package dev.tiankong.request;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes bodies that are packed with gzip, and cuts off those that are too large. Counted is what
 * comes out: a few kilobytes can hold gigabytes.
 */
@Provider
@ApplicationScoped
public class UnpackBody implements ContainerRequestFilter {

  @Inject
  @ConfigProperty(name = "tiankong.max.body", defaultValue = "1073741824")
  long limit;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!request.hasEntity()) {
      return;
    }
    if (request.getLength() > limit) {
      throw tooLarge(limit);
    }
    request.setEntityStream(
        unpacked(
            new ClientBody(request.getEntityStream()),
            request.getHeaderString(HttpHeaders.CONTENT_ENCODING)));
  }

  /**
   * What comes out of a body, or of a file in it, up to the limit.
   *
   * @param encoding null if it does not say how it is packed
   * @throws Refusal if it is packed in another way
   */
  public InputStream unpacked(InputStream packed, String encoding) throws IOException {
    return new BoundedBody(opened(packed, encoding), limit);
  }

  private InputStream opened(InputStream packed, String encoding) throws IOException {
    if (encoding == null || encoding.equalsIgnoreCase("identity")) {
      return packed;
    }
    // RFC 9110 has the second name for the same.
    if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("x-gzip")) {
      throw new Refusal(
          ProblemCode.UNSUPPORTED_ENCODING,
          Sentence.of(
                  "The body's encoding {found} is not supported: send it uncompressed or with gzip.")
              .with("found", encoding));
    }
    // Counted packed, too: the headers of gzip, and members that hold nothing, may have no end.
    return new PackedBody(new BoundedBody(packed, limit));
  }

  static Refusal tooLarge(long limit) {
    return new Refusal(
        ProblemCode.BODY_TOO_LARGE,
        Sentence.of("The body can have at most {most} bytes here, uncompressed: split it.")
            .with("most", limit));
  }
}
