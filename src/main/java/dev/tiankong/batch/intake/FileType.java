package dev.tiankong.batch.intake;

import dev.tiankong.request.FormBody;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What an uploaded file holds. Few programs know the types of such files, so that the ending of the
 * name counts where a type says nothing.
 *
 * @param packing null if it is not packed
 */
record FileType(MediaType type, String packing) {

  private static final String GZIP = "gzip";
  private static final String PACKED = ".gz";

  private static final Map<String, String> BY_ENDING =
      Map.of(
          "json", "application/json",
          "jsonl", "application/x-ndjson",
          "ndjson", "application/x-ndjson",
          "csv", "text/csv",
          "txt", "text/plain");

  /**
   * @param isKnown whether a type names a format
   * @return the type that the file has or its name stands for; the one it has, if neither is known
   */
  static FileType of(FormBody.Part file, Predicate<MediaType> isKnown) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean packedByName = name.endsWith(PACKED);
    String unpackedName = packedByName ? name.substring(0, name.length() - PACKED.length()) : name;
    MediaType said = said(file.type());
    String byEnding = BY_ENDING.get(unpackedName.substring(unpackedName.lastIndexOf('.') + 1));
    MediaType type = isKnown.test(said) || byEnding == null ? said : MediaType.valueOf(byEnding);
    return new FileType(type, packedByName ? GZIP : file.packing());
  }

  private static MediaType said(String type) {
    try {
      return MediaType.valueOf(type);
    } catch (IllegalArgumentException e) {
      // Nothing was said, or nothing that makes sense.
      return MediaType.APPLICATION_OCTET_STREAM_TYPE;
    }
  }
}
