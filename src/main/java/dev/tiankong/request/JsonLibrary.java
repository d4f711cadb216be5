package dev.tiankong.request;

import jakarta.json.spi.JsonProvider;

/**
 * The server's JSON library, found once. {@code Json} looks for it at every call, which takes
 * longer than to read a line.
 */
public final class JsonLibrary {

  public static final JsonProvider JSON = JsonProvider.provider();

  private JsonLibrary() {}
}
