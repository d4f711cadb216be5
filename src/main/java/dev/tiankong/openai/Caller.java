package dev.tiankong.openai;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who asks, and what they may see: what is theirs, and operators everything. */
@ApplicationScoped
class Caller {

  @Inject HttpServletRequest request;

  String name() {
    return request.getUserPrincipal().getName();
  }

  boolean maySee(String owner) {
    return seesAll() || owner.equals(name());
  }

  /** The owner whose things they see; empty for everybody's. */
  Optional<String> limitedTo() {
    return seesAll() ? Optional.empty() : Optional.of(name());
  }

  private boolean seesAll() {
    return request.isUserInRole("operator");
  }
}
