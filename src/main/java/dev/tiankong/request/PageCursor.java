package dev.tiankong.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/** Where a list goes on: the {@code next} of a page. Clients need not know what it says. */
public final class PageCursor {

  private static final String SEPARATOR = " ";

  private PageCursor() {}

  /**
   * @param parts of which only the last may have spaces in it
   */
  public static String of(Object... parts) {
    String text = Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param count how many parts it was made of
   * @throws IllegalArgumentException if it was not
   */
  public static String[] read(String bookmark, int count) {
    String text = new String(Base64.getUrlDecoder().decode(bookmark), StandardCharsets.UTF_8);
    String[] parts = text.split(SEPARATOR, count);
    if (parts.length != count) {
      throw new IllegalArgumentException(text);
    }
    return parts;
  }
}
