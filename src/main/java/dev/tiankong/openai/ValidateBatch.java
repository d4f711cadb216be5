package dev.tiankong.openai;

import dev.tiankong.batch.Label;
import dev.tiankong.batch.Submission;
import dev.tiankong.batch.SubmittedTexts;
import dev.tiankong.batch.submit.SubmitBatch;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the file of a batch, and hands its work on if all of it is good. */
@ApplicationScoped
class ValidateBatch {

  @PersistenceContext EntityManager entityManager;
  @Inject FileParts parts;
  @Inject RequestReader reader;
  @Inject SubmitBatch submitBatch;
  @Inject Clock clock;
  @Inject Tasks tasks;

  /** In one transaction: either all of its work is begun, or it waits to be read once more. */
  @Transactional
  void validate(UUID id) {
    Optional<OpenAiBatch> batch = unread(id);
    if (batch.isEmpty()) {
      return;
    }
    StoredFile file = entityManager.find(StoredFile.class, batch.get().inputFileId());
    if (file == null) {
      fail(
          batch.get(),
          List.of(LineError.ofFile("file_not_found", "The input file no longer exists.")));
      return;
    }
    try (InputStream content = parts.content(file);
        Requests requests = reader.read(content, Endpoint.of(tasks.byName(batch.get().task())))) {
      if (requests.errors().isEmpty()) {
        start(batch.get(), requests);
      } else {
        fail(batch.get(), requests.errors());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read the input file", e);
    }
  }

  /** Empty if it is not unread any more, or another server is just reading it. */
  private Optional<OpenAiBatch> unread(UUID id) {
    return entityManager
        .createNativeQuery(
            """
            select * from openai_batch
            where id = :id and state = 'VALIDATING'
            for update skip locked
            """,
            OpenAiBatch.class)
        .setParameter("id", id)
        .getResultStream()
        .map(OpenAiBatch.class::cast)
        .findFirst();
  }

  private void fail(OpenAiBatch batch, List<LineError> errors) {
    batch.fail(LineError.json(errors), clock.instant());
  }

  private void start(OpenAiBatch batch, Requests requests) {
    batch.start(clock.instant());
    int[] number = new int[1];
    requests.forEach(
        (options, texts) -> {
          UUID part = submitBatch.submit(submission(batch, options, texts)).batch().id();
          entityManager.persist(new BatchPart(batch, number[0]++, part));
        });
  }

  /**
   * Under the name that its owner knows it by, to be found among all batches, and without a time to
   * be kept: that begins when the last part has ended.
   */
  private Submission submission(OpenAiBatch batch, TaskOptions options, SubmittedTexts texts) {
    Label label =
        new Label(
            PublicId.BATCH.of(batch.id()),
            List.of(),
            null,
            Label.defaults().priority(),
            null,
            null);
    return new Submission(batch.owner(), batch.task(), options, label, Optional.empty(), texts);
  }
}
