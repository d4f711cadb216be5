package dev.tiankong.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody looks for among batches; whatever is empty does not matter.
 *
 * @param from the earliest submit
 * @param to the first submit too late
 * @param after the batch that the page before ended with
 */
public record BatchSearch(
    Optional<String> owner,
    Optional<BatchState> state,
    Optional<String> name,
    Optional<String> tag,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Place> after) {

  /** Where a batch stands in a list that has the newest first. */
  public record Place(Instant createdAt, UUID id) {}
}
