package dev.tiankong.batch.query;

import dev.tiankong.batch.BatchState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for among batches; whatever is empty does not matter.
 *
 * @param states one of which a batch is in
 * @param text a part of the name or of the id, in upper or lower case
 * @param tags all of which a batch has
 * @param from the earliest submit
 * @param to the first submit too late
 */
public record BatchSearch(
    Optional<String> owner,
    List<BatchState> states,
    Optional<String> name,
    Optional<String> text,
    List<String> tags,
    Optional<Instant> from,
    Optional<Instant> to) {

  private static final String ESCAPE = "!";

  void limit(Conditions conditions) {
    conditions.add("b.owner = :owner", "owner", owner);
    conditions.add(
        "b.state in :states", "states", Optional.of(states).filter(list -> !list.isEmpty()));
    conditions.add("b.label.name = :name", "name", name);
    conditions.add(
        "(b.label.name ilike :text escape '%1$s' or cast(b.id as string) ilike :text escape '%1$s')"
            .formatted(ESCAPE),
        "text",
        text.map(BatchSearch::pattern));
    for (int i = 0; i < tags.size(); i++) {
      conditions.add(
          "function('array_contains', b.label.tags, :tag%d) = true".formatted(i),
          "tag" + i,
          Optional.of(tags.get(i)));
    }
    conditions.add("b.createdAt >= :from", "from", from);
    conditions.add("b.createdAt < :to", "to", to);
  }

  private static String pattern(String text) {
    return "%" + text.replaceAll("[!%_]", ESCAPE + "$0") + "%";
  }
}
