package dev.tiankong.audit;

import dev.tiankong.request.Between;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What somebody looks for in the audit; whatever is left out does not matter. */
public class AuditSearch {

  /** The id that all entries are below. */
  @QueryParam("after")
  @Between(least = 1, most = Long.MAX_VALUE)
  Long before;

  @QueryParam("user")
  String user;

  /** What the path begins with. */
  @QueryParam("path")
  String path;

  @QueryParam("outcome")
  AuditOutcome outcome;

  @QueryParam("from")
  Instant from;

  /** The first time that is too late. */
  @QueryParam("to")
  Instant to;

  Predicate[] conditions(CriteriaBuilder builder, Root<AuditEntry> entry) {
    List<Predicate> all = new ArrayList<>();
    if (before != null) {
      all.add(builder.lessThan(entry.get("id"), before));
    }
    if (user != null) {
      all.add(builder.equal(entry.get("userName"), user));
    }
    if (path != null) {
      // Not LIKE: what is looked for may have % and _ in it.
      all.add(builder.equal(builder.locate(entry.get("path"), path), 1));
    }
    if (outcome != null) {
      all.add(builder.between(entry.get("status"), outcome.least(), outcome.most()));
    }
    if (from != null) {
      all.add(builder.greaterThanOrEqualTo(entry.get("at"), from));
    }
    if (to != null) {
      all.add(builder.lessThan(entry.get("at"), to));
    }
    return all.toArray(Predicate[]::new);
  }
}
