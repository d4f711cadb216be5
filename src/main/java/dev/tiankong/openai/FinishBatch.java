package dev.tiankong.openai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.commons.io.output.CountingOutputStream;
import org.apache.commons.io.output.NullOutputStream;

/** Ends a batch whose work is done with its files, which are written once to know their size. */
@ApplicationScoped
class FinishBatch {

  @PersistenceContext EntityManager entityManager;
  @Inject OpenAiBatches batches;
  @Inject ChangeBatch change;
  @Inject AnswerLines answers;

  /**
   * Leaves it to another server that is at it: a million answers take a while to write. Until then
   * the transaction holds nothing that anybody else waits for.
   */
  @Transactional
  void finish(UUID id) {
    if (isFree(id) && batches.find(id).filter(batch -> !batch.isFinal()).isPresent()) {
      change.finish(id, measure(id, FileKind.OUTPUT), measure(id, FileKind.ERRORS));
    }
  }

  private boolean isFree(UUID id) {
    return (boolean)
        entityManager
            .createNativeQuery(
                "select pg_try_advisory_xact_lock(hashtextextended(:id, 0))", Boolean.class)
            .setParameter("id", PublicId.BATCH.of(id))
            .getSingleResult();
  }

  private long measure(UUID id, FileKind kind) {
    try (CountingOutputStream counter = new CountingOutputStream(NullOutputStream.INSTANCE)) {
      answers.write(id, kind, counter);
      return counter.getByteCount();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not determine the size of a file", e);
    }
  }
}
