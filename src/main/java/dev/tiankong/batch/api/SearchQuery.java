package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchSearch;
import dev.tiankong.batch.BatchState;
import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What a list of batches is asked for, behind the question mark of its address. */
final class SearchQuery {

  private static final String SEPARATOR = " ";

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
        read(given, "state", BatchState::valueOf, "one of " + Arrays.toString(BatchState.values())),
        Optional.ofNullable(given.getFirst("name")),
        Optional.ofNullable(given.getFirst("tag")),
        read(given, "from", Instant::parse, "a time such as 2026-11-23T08:00:00Z"),
        read(given, "to", Instant::parse, "a time such as 2026-11-23T08:00:00Z"),
        read(given, "after", SearchQuery::place, "the \"next\" of an earlier page"));
  }

  private static <T> Optional<T> read(
      MultivaluedMap<String, String> given,
      String name,
      Function<String, T> parser,
      String expected) {
    try {
      return Optional.ofNullable(given.getFirst(name)).map(parser);
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw Problem.badRequest("invalid-parameter", name + " must be " + expected + ".")
          .toException();
    }
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
