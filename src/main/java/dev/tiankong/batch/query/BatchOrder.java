package dev.tiankong.batch.query;

import dev.tiankong.batch.Batch;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * In which order batches are listed, and behind which one the list goes on. None of the keys
 * changes while somebody reads page after page, but for the state.
 *
 * @param after the batch that the page before ended with
 */
public record BatchOrder(Key key, boolean descending, Optional<Place> after) {

  /** What batches are ordered by; those that are equal in it by their ids. Each has an index. */
  public enum Key {
    CREATED("b.createdAt", ":key", Batch::createdAt),
    // Only the database may say what is lower case: the same everywhere in the list.
    NAME(
        "lower(coalesce(b.label.name, ''))",
        "lower(:key)",
        batch -> Optional.ofNullable(batch.label().name()).orElse("")),
    // As text: in a pair, Hibernate takes an enum for a number.
    STATE("cast(b.state as string)", ":key", batch -> batch.state().name()),
    TOTAL("b.total", ":key", Batch::total);

    private final String expression;
    private final String parameter;
    private final Function<Batch, Object> value;

    Key(String expression, String parameter, Function<Batch, Object> value) {
      this.expression = expression;
      this.parameter = parameter;
      this.value = value;
    }
  }

  /** Where a batch stands: the value of the key, and the id. */
  public record Place(Object key, UUID id) {}

  public Place place(Batch batch) {
    return new Place(key.value.apply(batch), batch.id());
  }

  void limit(Conditions conditions) {
    conditions.add(
        // Compared as a whole, so that the database finds the place in the index.
        "(%s, b.id) %s (%s, :id)".formatted(key.expression, descending ? "<" : ">", key.parameter),
        "key",
        after.map(Place::key));
    conditions.with("id", after.map(Place::id));
  }

  String clause() {
    String direction = descending ? " desc" : " asc";
    return key.expression + direction + ", b.id" + direction;
  }
}
