package dev.tiankong.batch;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody looks for among batches; whatever is empty does not matter.
 *
 * @param text a part of the name or of the id, in upper or lower case
 * @param from the earliest submit
 * @param to the first submit too late
 */
public record BatchSearch(
    Optional<String> owner,
    Optional<BatchState> state,
    Optional<String> name,
    Optional<String> text,
    Optional<String> tag,
    Optional<Instant> from,
    Optional<Instant> to) {

  private static final String ESCAPE = "!";

  void limit(Conditions conditions) {
    conditions.add("b.owner = :owner", "owner", owner);
    conditions.add("b.state = :state", "state", state);
    conditions.add("b.label.name = :name", "name", name);
    conditions.add(
        "(b.label.name ilike :text escape '%1$s' or cast(b.id as string) ilike :text escape '%1$s')"
            .formatted(ESCAPE),
        "text",
        text.map(BatchSearch::pattern));
    conditions.add("function('array_contains', b.label.tags, :tag) = true", "tag", tag);
    conditions.add("b.createdAt >= :from", "from", from);
    conditions.add("b.createdAt < :to", "to", to);
  }

  private static String pattern(String text) {
    return "%" + text.replaceAll("[!%_]", ESCAPE + "$0") + "%";
  }
}
