package dev.tiankong.batch.api;

import dev.tiankong.batch.BatchSearch;
import dev.tiankong.batch.BatchState;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.QueryTime;
import dev.tiankong.request.QueryValue;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** What a list of batches is asked for, behind the question mark of its address. */
final class SearchQuery {

  private SearchQuery() {}

  /**
   * @throws ProblemException if a parameter is not what it should be
   */
  static BatchSearch read(UriInfo uri, SecurityContext security) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    // Who may not see others' batches searches his own, whatever he asks for.
    Optional<String> owner =
        security.isUserInRole("operator")
            ? text("owner", given)
            : Optional.of(security.getUserPrincipal().getName());
    return new BatchSearch(
        owner,
        QueryValue.oneOf(BatchState.values(), "state", given.getFirst("state")),
        text("name", given),
        text("search", given),
        text("tag", given),
        QueryTime.read("from", given.getFirst("from")),
        QueryTime.read("to", given.getFirst("to")));
  }

  private static Optional<String> text(String name, MultivaluedMap<String, String> given) {
    return QueryValue.read(
        name, given.getFirst(name), SearchQuery::storable, "a text without the character U+0000");
  }

  /** What PostgreSQL has no text for, no batch can have. */
  static String storable(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("U+0000");
    }
    return text;
  }
}
