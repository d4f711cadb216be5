package dev.tiankong.openai;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids as clients see them: it can be read off what they belong to. */
enum PublicId {
  FILE("file-"),
  BATCH("batch_"),
  REQUEST("batch_req_");

  private static final Pattern HEX =
      Pattern.compile("(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(.{12})");

  private final String prefix;

  PublicId(String prefix) {
    this.prefix = prefix;
  }

  String of(UUID id) {
    return prefix + id.toString().replace("-", "");
  }

  /** Empty if it is not one of these. */
  Optional<UUID> read(String id) {
    if (!id.startsWith(prefix)) {
      return Optional.empty();
    }
    Matcher hex = HEX.matcher(id.substring(prefix.length()));
    try {
      return hex.matches()
          ? Optional.of(UUID.fromString(hex.replaceFirst("$1-$2-$3-$4-$5")))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
