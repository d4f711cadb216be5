package dev.tiankong.batch.api;

import dev.tiankong.batch.submit.CheckSubmission.Report;

/** Texts of a submission that was to be taken as a whole can never be answered. */
class FlawedSubmissionException extends RuntimeException {

  private final transient Report report;

  FlawedSubmissionException(Report report) {
    this.report = report;
  }

  Report report() {
    return report;
  }
}
