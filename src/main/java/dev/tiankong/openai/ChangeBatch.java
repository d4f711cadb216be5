package dev.tiankong.openai;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchState;
import dev.tiankong.batch.control.KeepTogether;
import dev.tiankong.wording.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The steps in the life of a batch, each a transaction. Doing one twice is doing it once. */
@ApplicationScoped
class ChangeBatch {

  @PersistenceContext EntityManager entityManager;
  @Inject OpenAiBatches batches;
  @Inject KeepTogether keepTogether;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "tiankong.batch.ttl")
  Optional<Duration> ttl;

  @Transactional
  OpenAiBatch create(String owner, Order order) {
    OpenAiBatch batch = new OpenAiBatch(owner, order, clock.instant());
    entityManager.persist(batch);
    return batch;
  }

  @Transactional
  void fail(UUID id, LineError error) {
    in(OpenAiState.VALIDATING, id, b -> b.fail(LineError.json(List.of(error)), clock.instant()));
  }

  /**
   * Asks for its end; its parts are to be cancelled then.
   *
   * @throws Refusal if it ended in another way
   */
  @Transactional
  Optional<OpenAiBatch> cancel(UUID id) {
    Optional<OpenAiBatch> batch = locked(id);
    batch.ifPresent(found -> found.cancel(clock.instant()));
    return batch;
  }

  /** Stops it because it was not done in time; its parts are to be cancelled then. */
  @Transactional
  void expire(UUID id) {
    in(OpenAiState.IN_PROGRESS, id, batch -> batch.expire(clock.instant()));
  }

  @Transactional
  void finalizeFiles(UUID id) {
    in(OpenAiState.IN_PROGRESS, id, batch -> batch.finalizeFiles(clock.instant()));
  }

  /**
   * Ends it with files of so many bytes, or without one that would be empty. From now on its
   * answers are kept, those of all parts equally long. In a transaction of its own: the caller's
   * may last.
   */
  @Transactional(TxType.REQUIRES_NEW)
  void finish(UUID id, long outputBytes, long errorBytes) {
    // Before the whole, which is the order in which deleting a part locks them.
    List<Batch> parts = keepTogether.lock(batches.partIds(id));
    Optional<OpenAiBatch> batch = locked(id);
    if (parts.isEmpty() || batch.isEmpty() || batch.get().isFinal()) {
      // Deleted meanwhile, or finished by another server.
      return;
    }
    Instant now = clock.instant();
    Optional<Duration> time = batch.get().keep().or(() -> ttl);
    time.ifPresent(kept -> keepTogether.from(now, kept, parts));
    Instant expiry = time.map(now::plus).orElse(null);
    StoredFile output = file(batch.get(), FileKind.OUTPUT, outputBytes, now, expiry);
    StoredFile errors = file(batch.get(), FileKind.ERRORS, errorBytes, now, expiry);
    boolean stopped = parts.stream().anyMatch(part -> part.state() == BatchState.CANCELLED);
    batch.get().finish(stopped, output, errors, now);
  }

  private StoredFile file(
      OpenAiBatch batch, FileKind kind, long bytes, Instant now, Instant expiry) {
    if (bytes == 0) {
      return null;
    }
    StoredFile file = StoredFile.of(batch, kind, bytes, now, expiry);
    entityManager.persist(file);
    return file;
  }

  private void in(OpenAiState state, UUID id, Consumer<OpenAiBatch> change) {
    locked(id).filter(batch -> batch.state() == state).ifPresent(change);
  }

  private Optional<OpenAiBatch> locked(UUID id) {
    return Optional.ofNullable(
        entityManager.find(OpenAiBatch.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
