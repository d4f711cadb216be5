package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.SubmitBatch;
import dev.tiankong.batch.intake.SubmissionReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** Reads a submit to its end first, then takes it in: no transaction waits for a slow client. */
@ApplicationScoped
class Intake {

  @Inject SubmissionReader reader;
  @Inject SubmitBatch submitBatch;

  Batch take(InputStream body, UriInfo uri, HttpHeaders headers, SecurityContext security) {
    Submission submission = reader.read(body, uri, headers, security);
    try {
      return submitBatch.submit(submission);
    } finally {
      submission.texts().discard();
    }
  }
}
