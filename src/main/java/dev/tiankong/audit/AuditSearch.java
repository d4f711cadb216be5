package dev.tiankong.audit;

import dev.tiankong.request.QueryNames;
import dev.tiankong.request.QueryNumber;
import dev.tiankong.request.QueryTime;
import dev.tiankong.request.QueryValue;
import dev.tiankong.wording.Refusal;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for in the audit; whatever is empty does not matter.
 *
 * @param before the id that all entries are below
 * @param path what the path begins with
 * @param from the earliest entry
 * @param to the first entry too late
 */
@QueryNames(once = {"after", "user", "path", "outcome", "from", "to"})
record AuditSearch(
    long before,
    Optional<String> user,
    Optional<String> path,
    Optional<AuditOutcome> outcome,
    Optional<Instant> from,
    Optional<Instant> to) {

  /**
   * @param query what stands behind the question mark
   * @throws Refusal if a parameter is not what it should be
   */
  static AuditSearch read(MultivaluedMap<String, String> query) {
    return new AuditSearch(
        query.containsKey("after")
            ? QueryNumber.read("after", query.getFirst("after"), 1L, Long.MAX_VALUE)
            : Long.MAX_VALUE,
        QueryValue.text("user", query.getFirst("user")),
        QueryValue.text("path", query.getFirst("path")),
        QueryValue.oneOf(AuditOutcome.values(), "outcome", query.getFirst("outcome")),
        QueryTime.read("from", query.getFirst("from")),
        QueryTime.read("to", query.getFirst("to")));
  }

  Predicate[] conditions(CriteriaBuilder builder, Root<AuditEntry> entry) {
    List<Predicate> all = new ArrayList<>();
    all.add(builder.lessThan(entry.get("id"), before));
    user.ifPresent(name -> all.add(builder.equal(entry.get("userName"), name)));
    // Not LIKE: what is looked for may have % and _ in it.
    path.ifPresent(start -> all.add(builder.equal(builder.locate(entry.get("path"), start), 1)));
    outcome.ifPresent(
        wanted -> all.add(builder.between(entry.get("status"), wanted.least(), wanted.most())));
    from.ifPresent(first -> all.add(builder.greaterThanOrEqualTo(entry.get("at"), first)));
    to.ifPresent(end -> all.add(builder.lessThan(entry.get("at"), end)));
    return all.toArray(Predicate[]::new);
  }
}
