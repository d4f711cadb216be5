package dev.tiankong.local;

import java.io.IOException;
import java.util.Map;

/**
 * The administrator's password.
 *
 * @param hint what a person is told of it. Only one that was made just now is in there: whoever
 *     looks at the terminal later, or into a file that the output goes to, does not learn it.
 */
record AdminPassword(String value, String hint) {

  static AdminPassword of(Map<String, String> environment, KeptSecret kept) throws IOException {
    String chosen = environment.get("TIANKONG_ADMIN_PASSWORD");
    if (chosen != null && !chosen.isBlank()) {
      return new AdminPassword(chosen, "set by TIANKONG_ADMIN_PASSWORD");
    }
    if (kept.exists()) {
      return new AdminPassword(kept.value(), "kept in " + kept.file());
    }
    String made = kept.value();
    return new AdminPassword(
        made, "%s (just generated, stored in %s)".formatted(made, kept.file()));
  }
}
