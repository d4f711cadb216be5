package dev.tiankong.inference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * How far one precision answers as fp32 does, measured when the model was imported.
 *
 * @param texts how many were asked
 * @param sameFirst the share of the same first candidates where fp32 is not in doubt
 * @param drift how far the first candidate's score lies from fp32's, on average
 */
public record PrecisionReport(int texts, double sameFirst, double drift) {

  private static final double LEAST_SAME_FIRST = 0.98;
  private static final double MOST_DRIFT = 0.03;

  /** Whether nobody who asks for the precision will be misled. */
  public boolean admits() {
    return sameFirst >= LEAST_SAME_FIRST && drift <= MOST_DRIFT;
  }

  @Override
  public String toString() {
    return "%.1f %% of fp32's clear first candidates on %d texts, mean score difference %.3f; %s"
        .formatted(
            100 * sameFirst,
            texts,
            drift,
            "at least %.0f %% and at most %.2f are required"
                .formatted(100 * LEAST_SAME_FIRST, MOST_DRIFT));
  }

  JsonObjectBuilder toJson() {
    return Json.createObjectBuilder()
        .add("texts", texts)
        .add("sameFirst", sameFirst)
        .add("drift", drift);
  }

  static PrecisionReport parse(JsonObject json) {
    return new PrecisionReport(
        json.getInt("texts"),
        json.getJsonNumber("sameFirst").doubleValue(),
        json.getJsonNumber("drift").doubleValue());
  }
}
