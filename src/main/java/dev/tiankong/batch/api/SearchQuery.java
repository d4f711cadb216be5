package dev.tiankong.batch.api;

import dev.tiankong.batch.BatchState;
import dev.tiankong.batch.query.BatchSearch;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a list of batches is asked for, behind the question mark of its address. */
public class SearchQuery {

  @QueryParam("owner")
  String owner;

  @QueryParam("state")
  List<BatchState> states;

  @QueryParam("name")
  String name;

  @QueryParam("search")
  String text;

  @QueryParam("tag")
  List<String> tags;

  @QueryParam("from")
  Instant from;

  @QueryParam("to")
  Instant to;

  BatchSearch search(SecurityContext security) {
    // Who may not see others' batches searches his own, whatever he asks for.
    Optional<String> whose =
        security.isUserInRole("operator")
            ? Optional.ofNullable(owner)
            : Optional.of(security.getUserPrincipal().getName());
    return new BatchSearch(
        whose,
        states,
        Optional.ofNullable(name),
        Optional.ofNullable(text),
        tags,
        Optional.ofNullable(from),
        Optional.ofNullable(to));
  }
}
