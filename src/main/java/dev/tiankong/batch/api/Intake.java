package dev.tiankong.batch.api;

import dev.tiankong.batch.Submission;
import dev.tiankong.batch.intake.SubmissionReader;
import dev.tiankong.batch.intake.SubmitSlots;
import dev.tiankong.batch.submit.CheckSubmission;
import dev.tiankong.batch.submit.CheckSubmission.Report;
import dev.tiankong.batch.submit.SubmitBatch;
import dev.tiankong.batch.submit.Submitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.function.Function;

/** Reads a submit to its end first, then takes it in: no transaction waits for a slow client. */
@ApplicationScoped
class Intake {

  @Inject SubmitSlots slots;
  @Inject SubmissionReader reader;
  @Inject SubmitBatch submitBatch;
  @Inject CheckSubmission checkSubmission;

  /** Where a submit comes from. */
  record Origin(UriInfo uri, HttpHeaders headers, SecurityContext security) {}

  Submitted take(InputStream body, Origin origin) {
    return with(body, origin, submitBatch::submit);
  }

  /** Takes it in as a whole or not at all. */
  Submitted takeIfFlawless(InputStream body, Origin origin) {
    return with(
        body,
        origin,
        submission -> {
          Report report = checkSubmission.check(submission);
          if (report.refused() > 0) {
            throw ReportJson.refusal(report);
          }
          return submitBatch.submit(submission);
        });
  }

  Report check(InputStream body, Origin origin) {
    return with(body, origin, checkSubmission::check);
  }

  private <T> T with(InputStream body, Origin origin, Function<Submission, T> use) {
    try (SubmitSlots.Slot slot = slots.take(origin.security().getUserPrincipal().getName())) {
      Submission submission = reader.read(body, origin.uri(), origin.headers(), origin.security());
      try {
        return use.apply(submission);
      } finally {
        submission.texts().discard();
      }
    }
  }
}
