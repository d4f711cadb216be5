package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchState;
import dev.tiankong.batch.query.BatchOrder;
import dev.tiankong.batch.query.BatchOrder.Key;
import dev.tiankong.batch.query.BatchOrder.Place;
import dev.tiankong.request.PageCursor;
import dev.tiankong.request.QueryNames;
import dev.tiankong.request.QueryValue;
import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** In which order a list of batches is wanted, and where it goes on. */
@QueryNames(once = {"sort", "after"})
final class OrderQuery {

  private static final String DESCENDING = "-";
  private static final BatchOrder NEWEST_FIRST =
      new BatchOrder(Key.CREATED, true, Optional.empty());

  private OrderQuery() {}

  /**
   * @throws Refusal if a parameter is not what it should be
   */
  static BatchOrder read(UriInfo uri) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    BatchOrder order =
        QueryValue.read(
                "sort",
                given.getFirst("sort"),
                OrderQuery::order,
                "created, name, state or total, with a leading - for descending order")
            .orElse(NEWEST_FIRST);
    return new BatchOrder(
        order.key(),
        order.descending(),
        QueryValue.read(
            "after",
            given.getFirst("after"),
            next -> place(order, next),
            "the \"next\" of an earlier page with the same sort"));
  }

  private static BatchOrder order(String sort) {
    boolean descending = sort.startsWith(DESCENDING);
    String name = descending ? sort.substring(DESCENDING.length()) : sort;
    if (!name.equals(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(name);
    }
    return new BatchOrder(Key.valueOf(name.toUpperCase(Locale.ROOT)), descending, Optional.empty());
  }

  private static Place place(BatchOrder order, String next) {
    String[] parts = PageCursor.read(next, 3);
    if (!parts[0].equals(sort(order))) {
      throw new IllegalArgumentException(parts[0]);
    }
    Object key =
        switch (order.key()) {
          case CREATED -> Instant.parse(parts[2]);
          case NAME -> QueryValue.storable(parts[2]);
          case STATE -> BatchState.valueOf(parts[2]).name();
          case TOTAL -> Integer.valueOf(parts[2]);
        };
    return new Place(key, UUID.fromString(parts[1]));
  }

  private static String sort(BatchOrder order) {
    return (order.descending() ? DESCENDING : "") + order.key().name().toLowerCase(Locale.ROOT);
  }

  /** What continues a list behind a batch. */
  static String next(BatchOrder order, Batch last) {
    Place place = order.place(last);
    // The key comes last: a name may have spaces in it.
    return PageCursor.of(sort(order), place.id(), place.key());
  }
}
