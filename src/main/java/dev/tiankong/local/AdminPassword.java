package dev.tiankong.local;

import java.io.IOException;
import java.util.Map;

/** The administrator's password and where it comes from, so that nobody searches for it. */
record AdminPassword(String value, String origin) {

  static AdminPassword of(Map<String, String> environment, KeptSecret kept) throws IOException {
    String chosen = environment.get("TIANKONG_ADMIN_PASSWORD");
    if (chosen != null && !chosen.isBlank()) {
      return new AdminPassword(chosen, "from TIANKONG_ADMIN_PASSWORD");
    }
    boolean old = kept.exists();
    return new AdminPassword(
        kept.value(), (old ? "kept in " : "made just now, kept in ") + kept.file());
  }
}
