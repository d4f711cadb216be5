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
            ? QueryValue.text("owner", given.getFirst("owner"))
            : Optional.of(security.getUserPrincipal().getName());
    return new BatchSearch(
        owner,
        QueryValue.oneOf(BatchState.values(), "state", given.getFirst("state")),
        QueryValue.text("name", given.getFirst("name")),
        QueryValue.text("search", given.getFirst("search")),
        QueryValue.text("tag", given.getFirst("tag")),
        QueryTime.read("from", given.getFirst("from")),
        QueryTime.read("to", given.getFirst("to")));
  }
}
