package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What a browser is to call a file (RFC 6266). */
final class FileName {

  private FileName() {}

  /** The batch's id; its name, too, for all that know how names in Chinese are written. */
  static String of(Batch batch, ResultFormat format) {
    String plain = "attachment; filename=\"" + batch.id() + format.ending() + "\"";
    String name = batch.label().name();
    return name == null ? plain : plain + "; filename*=UTF-8''" + encoded(name + format.ending());
  }

  private static String encoded(String name) {
    // What forms write as a plus is a space; an asterisk is not allowed here as it is.
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
