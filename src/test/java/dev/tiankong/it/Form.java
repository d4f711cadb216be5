package dev.tiankong.it;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with a file, written as curl and browsers do. */
final class Form {

  private final String boundary = "----" + UUID.randomUUID();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Form field(String name, String value) {
    return part("name=\"" + name + "\"", "", value.getBytes(StandardCharsets.UTF_8));
  }

  Form file(String name, String content) {
    return file(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
  }

  Form file(String name, String type, byte[] content) {
    return part(
        "name=\"file\"; filename=\"" + name + "\"", "Content-Type: " + type + "\r\n", content);
  }

  Form part(String disposition, String headers, byte[] content) {
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n"
            .formatted(boundary, disposition, headers)
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }

  String type() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** What there is so far, with the line that ends a form. */
  byte[] body() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(cutOff());
    whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  /** The form of a client that went away. */
  byte[] cutOff() {
    return body.toByteArray();
  }
}
