package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.query.Batches;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds the batch that a path names, for whoever asks. Somebody else's is not there, except for
 * operators: who guesses ids learns nothing.
 */
@ApplicationScoped
public class BatchLookup {

  @Inject Batches batches;
  @Inject HttpServletRequest request;

  /**
   * @throws Refusal if there is none that the caller may see
   */
  public Batch find(String id) {
    return parse(id).flatMap(batches::find).filter(this::isVisible).orElseThrow(() -> missing(id));
  }

  private boolean isVisible(Batch batch) {
    return request.isUserInRole("operator")
        || batch.owner().equals(request.getUserPrincipal().getName());
  }

  static Refusal missing(String id) {
    return new Refusal(
        ProblemCode.NO_SUCH_BATCH,
        Sentence.of("There is no batch {batch}: it never existed, was deleted, or has expired.")
            .with("batch", id));
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
