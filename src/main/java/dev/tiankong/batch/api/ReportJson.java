package dev.tiankong.batch.api;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.SubmittedText;
import dev.tiankong.batch.submit.CheckSubmission.Complaint;
import dev.tiankong.batch.submit.CheckSubmission.Doubt;
import dev.tiankong.batch.submit.CheckSubmission.Report;
import dev.tiankong.request.Characters;
import dev.tiankong.task.ItemWarning;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
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
        .add("warned", report.warned())
        .add("warnings", warnings(report))
        .build();
  }

  /** Of a submission that was to be taken as a whole. */
  static Refusal refusal(Report report) {
    return new Refusal(
            ProblemCode.INVALID_TEXTS,
            Sentence.of(
                    "{invalid} of {total} texts can never succeed; nothing was stored. Correct them, or submit with onError=fail.")
                .with("invalid", report.refused())
                .with("total", report.total()))
        .with(JSON.createObjectBuilder().add("errors", errors(report)).build());
  }

  private static JsonArrayBuilder errors(Report report) {
    JsonArrayBuilder errors = JSON.createArrayBuilder();
    report.complaints().forEach(complaint -> errors.add(error(complaint)));
    return errors;
  }

  private static JsonObjectBuilder error(Complaint complaint) {
    JsonObjectBuilder error =
        about(complaint.index(), complaint.text())
            .add("code", complaint.error().code())
            .add("message", complaint.error().message());
    if (!complaint.error().parameters().isEmpty()) {
      error.add("parameters", complaint.error().parameters());
    }
    return error;
  }

  private static JsonArrayBuilder warnings(Report report) {
    JsonArrayBuilder warnings = JSON.createArrayBuilder();
    report.doubts().forEach(doubt -> warnings.add(warning(doubt)));
    return warnings;
  }

  private static JsonObjectBuilder warning(Doubt doubt) {
    ItemWarning warning = doubt.warning();
    return about(doubt.index(), doubt.text())
        .add("code", warning.code())
        .add("position", warning.position())
        .add("length", warning.length())
        .add("found", warning.found())
        .add("suggestion", warning.suggestion());
  }

  private static JsonObjectBuilder about(int index, SubmittedText text) {
    JsonObjectBuilder about = JSON.createObjectBuilder().add("index", index);
    if (text.customId() != null) {
      about.add("id", text.customId());
    }
    return about.add("line", text.line()).add("text", Characters.shown(text.text(), SHOWN));
  }
}
