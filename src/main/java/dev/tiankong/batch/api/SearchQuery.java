package dev.tiankong.batch.api;

import dev.tiankong.batch.BatchState;
import dev.tiankong.batch.query.BatchSearch;
import dev.tiankong.request.QueryNames;
import dev.tiankong.request.QueryTime;
import dev.tiankong.request.QueryValue;
import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a list of batches is asked for, behind the question mark of its address. */
@QueryNames(
    once = {"owner", "name", "search", "from", "to"},
    repeated = {"state", "tag"})
final class SearchQuery {

  private SearchQuery() {}

  /**
   * @throws Refusal if a parameter is not what it should be
   */
  static BatchSearch read(UriInfo uri, SecurityContext security) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    // Who may not see others' batches searches his own, whatever he asks for.
    Optional<String> owner =
        security.isUserInRole("operator")
            ? QueryValue.text("owner", given.getFirst("owner"))
            : Optional.of(security.getUserPrincipal().getName());
    return new BatchSearch(
        owner,
        all(given, "state", value -> QueryValue.oneOf(BatchState.values(), "state", value)),
        QueryValue.text("name", given.getFirst("name")),
        QueryValue.text("search", given.getFirst("search")),
        all(given, "tag", value -> QueryValue.text("tag", value)),
        QueryTime.read("from", given.getFirst("from")),
        QueryTime.read("to", given.getFirst("to")));
  }

  private static <T> List<T> all(
      MultivaluedMap<String, String> given, String name, Function<String, Optional<T>> reader) {
    return given.getOrDefault(name, List.of()).stream()
        .map(reader)
        .flatMap(Optional::stream)
        .toList();
  }
}
