package dev.tiankong.request;

import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.fileupload2.core.RequestContext;

/** A form as the library wants it that takes forms apart. */
record FormRequest(InputStream body, MediaType type) implements RequestContext {

  private static final long UNKNOWN = -1;

  @Override
  public String getCharacterEncoding() {
    return StandardCharsets.UTF_8.name();
  }

  @Override
  public long getContentLength() {
    return UNKNOWN;
  }

  @Override
  public String getContentType() {
    return type.toString();
  }

  @Override
  public InputStream getInputStream() {
    return body;
  }

  @Override
  public boolean isMultipartRelated() {
    return false;
  }
}
