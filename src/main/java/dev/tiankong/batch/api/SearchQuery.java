package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchSearch;
import dev.tiankong.batch.BatchState;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.QueryValue;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What a list of batches is asked for, behind the question mark of its address. */
final class SearchQuery {

  private static final String SEPARATOR = " ";
  private static final String TIME = "a time such as 2026-11-23T08:00:00Z";

  private SearchQuery() {}

  /**
   * @throws ProblemException if a parameter is not what it should be
   */
  static BatchSearch read(UriInfo uri, SecurityContext security) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    // Who may not see others' batches searches his own, whatever he asks for.
    Optional<String> owner =
        security.isUserInRole("operator")
            ? Optional.ofNullable(given.getFirst("owner"))
            : Optional.of(security.getUserPrincipal().getName());
    return new BatchSearch(
        owner,
        QueryValue.oneOf(BatchState.values(), "state", given.getFirst("state")),
        Optional.ofNullable(given.getFirst("name")),
        Optional.ofNullable(given.getFirst("tag")),
        QueryValue.read("from", given.getFirst("from"), Instant::parse, TIME),
        QueryValue.read("to", given.getFirst("to"), Instant::parse, TIME),
        QueryValue.read(
            "after",
            given.getFirst("after"),
            SearchQuery::place,
            "the \"next\" of an earlier page"));
  }

  private static BatchSearch.Place place(String next) {
    String[] parts =
        new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8).split(SEPARATOR);
    return new BatchSearch.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
  }

  /** What continues a list behind a batch. Clients need not know what it says. */
  static String next(Batch last) {
    String place = last.createdAt() + SEPARATOR + last.id();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }
}
