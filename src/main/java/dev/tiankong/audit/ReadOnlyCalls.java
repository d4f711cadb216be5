package dev.tiankong.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Calls that change nothing, whatever comes of them. In doubt a call is none of them. */
final class ReadOnlyCalls {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  // These routes take POST for their long texts only. All of the path is compared, as it was sent:
  // no detour in it leads to another route.
  private static final Pattern ANSWERING_ONLY =
      Pattern.compile("/api/v1/fill-mask|/api/v1/batches/check|/models/[^/;]+");

  private static final String SUBMIT = "/api/v1/batches";
  private static final String DRY_RUN = "dryRun";

  private ReadOnlyCalls() {}

  static boolean include(HttpServletRequest request) {
    return READING.contains(request.getMethod())
        || ANSWERING_ONLY.matcher(request.getRequestURI()).matches()
        || isDryRun(request);
  }

  /** The console sends one with every few letters that somebody types. */
  private static boolean isDryRun(HttpServletRequest request) {
    String query = Optional.ofNullable(request.getQueryString()).orElse("");
    String[] members = query.split("&");
    return request.getMethod().equals("POST")
        && request.getRequestURI().equals(SUBMIT)
        && Arrays.asList(members).contains(DRY_RUN + "=true")
        && Arrays.stream(members).noneMatch(ReadOnlyCalls::saysOtherwise);
  }

  /** The first of several values would count, and an encoded name may be the same name. */
  private static boolean saysOtherwise(String member) {
    String name = member.replaceFirst("=.*", "");
    return name.contains("%") || name.equals(DRY_RUN) && !member.equals(DRY_RUN + "=true");
  }
}
