package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.CheckSubmission.Complaint;
import dev.tiankong.batch.CheckSubmission.Report;
import dev.tiankong.problem.Problem;
import dev.tiankong.request.Characters;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** What is wrong with a submission, text by text. */
final class ReportJson {

  private static final int SHOWN = 100;

  private ReportJson() {}

  static JsonObject of(Report report) {
    return JSON.createObjectBuilder()
        .add("total", report.total())
        .add("valid", report.total() - report.refused())
        .add("invalid", report.refused())
        .add("errors", errors(report))
        .build();
  }

  /** The problem document of a submission that is refused as a whole. */
  static JsonObject refusal(Report report) {
    Problem problem =
        Problem.unprocessable(
            "invalid-texts",
            "%d of %d texts can never be answered; nothing was stored. Mend them, or submit with onError=fail."
                .formatted(report.refused(), report.total()));
    return JSON.createObjectBuilder(problem.toJson()).add("errors", errors(report)).build();
  }

  private static JsonArrayBuilder errors(Report report) {
    JsonArrayBuilder errors = JSON.createArrayBuilder();
    report.complaints().forEach(complaint -> errors.add(error(complaint)));
    return errors;
  }

  private static JsonObjectBuilder error(Complaint complaint) {
    String text = complaint.text().text();
    JsonObjectBuilder error =
        JSON.createObjectBuilder()
            .add("index", complaint.index())
            .add("line", complaint.text().line())
            .add("code", complaint.error().code())
            .add("message", complaint.error().message())
            .add("text", Characters.shown(text, SHOWN));
    if (complaint.text().customId() != null) {
      error.add("id", complaint.text().customId());
    }
    return error;
  }
}
