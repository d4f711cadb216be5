package dev.tiankong.batch.api;

import dev.tiankong.request.QueryValue;
import dev.tiankong.wording.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** How answers are written, by the name that a link has for it. */
enum ResultFormat {
  JSON("application/json", ""),
  NDJSON("application/x-ndjson", ""),
  // Spreadsheets take a file without the mark for one in the charset of their country.
  CSV("text/csv;charset=UTF-8", "\uFEFF");

  private final String type;
  private final String mark;

  ResultFormat(String type, String mark) {
    this.type = type;
    this.mark = mark;
  }

  /**
   * @param name null if the request names none
   * @throws Refusal if there is no such format
   */
  static Optional<ResultFormat> named(String name) {
    return QueryValue.read(
        "format", name, given -> valueOf(given.toUpperCase(Locale.ROOT)), "json, ndjson or csv");
  }

  String type() {
    return type;
  }

  /** What a file begins with, so that programs know how its characters are written. */
  byte[] mark() {
    return mark.getBytes(StandardCharsets.UTF_8);
  }

  /** What the name of a file ends with. */
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
