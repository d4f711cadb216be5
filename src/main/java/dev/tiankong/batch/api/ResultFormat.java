package dev.tiankong.batch.api;

import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.QueryValue;
import java.util.Locale;
import java.util.Optional;

/** How answers are written, by the name that a link has for it. */
enum ResultFormat {
  JSON("application/json"),
  NDJSON("application/x-ndjson"),
  CSV("text/csv;charset=UTF-8");

  private final String type;

  ResultFormat(String type) {
    this.type = type;
  }

  /**
   * @param name null if the request names none
   * @throws ProblemException if there is no such format
   */
  static Optional<ResultFormat> named(String name) {
    return QueryValue.read(
        "format", name, given -> valueOf(given.toUpperCase(Locale.ROOT)), "json, ndjson or csv");
  }

  String type() {
    return type;
  }

  /** What the name of a file ends with. */
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }
}
