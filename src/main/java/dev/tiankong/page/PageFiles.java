package dev.tiankong.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;

/** The files that lie beside this class, in a folder that has nothing else. */
@ApplicationScoped
class PageFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "css", "text/css;charset=UTF-8",
          "svg", "image/svg+xml");

  /** No empty part, and none that begins with a dot: nothing leads out of the folder. */
  private static final Pattern PATH =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\\.([a-z]+)");

  /**
   * @param packed the content in gzip, made once: at each request it would cost what it saves
   * @param tag changes whenever the content does
   */
  record PageFile(byte[] content, byte[] packed, String type, String tag) {}

  /** They change with the application only. */
  private final ConcurrentMap<String, PageFile> read = new ConcurrentHashMap<>();

  Optional<PageFile> find(String path) {
    return Optional.ofNullable(read.computeIfAbsent(path, PageFiles::read));
  }

  private static PageFile read(String path) {
    String type = type(path);
    if (type == null) {
      return null;
    }
    try (InputStream in = PageFiles.class.getResourceAsStream("files/" + path)) {
      if (in == null) {
        return null;
      }
      byte[] content = in.readAllBytes();
      return new PageFile(content, packed(content), type, DigestUtils.sha256Hex(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] packed(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static String type(String path) {
    var matcher = PATH.matcher(path);
    return matcher.matches() ? TYPES.get(matcher.group(1)) : null;
  }
}
