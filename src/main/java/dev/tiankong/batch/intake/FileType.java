package dev.tiankong.batch.intake;

import dev.tiankong.request.Characters;
import dev.tiankong.request.FormBody;
import dev.tiankong.request.JsonBody;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an uploaded file holds. Few programs know the types of such files, so that the ending of the
 * name counts where the type says little: {@code text/plain}, or nothing known here.
 *
 * @param packing null if it is not packed
 */
record FileType(MediaType type, String packing) {

  private static final String GZIP = "gzip";
  private static final String PACKED = ".gz";
  private static final int SHOWN = 100;

  private static final Map<String, MediaType> BY_ENDING =
      Map.of(
          "json", MediaType.APPLICATION_JSON_TYPE,
          "jsonl", new MediaType("application", "x-ndjson"),
          "ndjson", new MediaType("application", "x-ndjson"),
          "csv", new MediaType("text", "csv"),
          "txt", MediaType.TEXT_PLAIN_TYPE);

  /**
   * @param format the name of the format that a type stands for, if there is one
   * @return the type that the file has or its name stands for; the one it has, if neither is known
   * @throws Refusal if both are known, and are different
   */
  static FileType of(FormBody.Part file, Function<MediaType, Optional<String>> format) {
    return of(file, said(file.type()), format);
  }

  static FileType of(
      FormBody.Part file, MediaType said, Function<MediaType, Optional<String>> format) {
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean packedByName = name.endsWith(PACKED);
    String unpackedName = packedByName ? name.substring(0, name.length() - PACKED.length()) : name;
    MediaType byEnding = BY_ENDING.get(unpackedName.substring(unpackedName.lastIndexOf('.') + 1));
    return new FileType(
        byEnding == null ? said : chosen(file, said, byEnding, format),
        packedByName ? GZIP : file.packing());
  }

  private static MediaType chosen(
      FormBody.Part file,
      MediaType said,
      MediaType byEnding,
      Function<MediaType, Optional<String>> format) {
    if (format.apply(said).isEmpty() || said.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
      return new MediaType(byEnding.getType(), byEnding.getSubtype(), said.getParameters());
    }
    if (!byEnding.equals(MediaType.TEXT_PLAIN_TYPE)
        && !format.apply(said).equals(format.apply(byEnding))) {
      throw JsonBody.invalid(
          Sentence.of(
                  "contradicting-type",
                  "The file \"{file}\" has the type {type}, which does not match its name: change one of them.")
              .with("file", Characters.shown(file.name(), SHOWN))
              .with("type", file.type()));
    }
    return said;
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
