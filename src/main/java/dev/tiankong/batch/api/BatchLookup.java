package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Batches;
import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds the batch that a path names. */
@ApplicationScoped
class BatchLookup {

  @Inject Batches batches;

  /**
   * @throws ProblemException if there is none
   */
  Batch find(String id) {
    return parse(id).flatMap(batches::find).orElseThrow(() -> missing(id));
  }

  static ProblemException missing(String id) {
    return Problem.notFound(
            "no-such-batch", "There is no batch " + id + ": it never was, or its time is over.")
        .toException();
  }

  private static Optional<UUID> parse(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      // Not an id, so the id of nothing.
      return Optional.empty();
    }
  }
}
