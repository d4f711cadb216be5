package dev.tiankong.batch.intake;

import dev.tiankong.batch.Label;
import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonMembers;
import dev.tiankong.request.JsonStrings;
import dev.tiankong.request.QueryTime;
import dev.tiankong.task.OptionType;
import dev.tiankong.wording.Refusal;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members that say what a batch is called and how urgent it is. */
final class LabelJson {

  static final List<String> KNOWN =
      List.of("priority", "name", "tags", "ttl", "notBefore", "callbackUrl");

  private static final int LONGEST = 200;
  private static final int MOST_TAGS = 20;
  private static final String PRIORITIES =
      "a whole number from %d to %d".formatted(Label.LOWEST, Label.HIGHEST);

  /** Of those that are no strings, as a query or a form has them. */
  static final Map<String, OptionType<?>> TYPES =
      Map.of(
          "tags", OptionType.words(MOST_TAGS, LONGEST, MOST_TAGS * LONGEST),
          "priority", OptionType.wholeNumber(Label.LOWEST, Label.HIGHEST));

  private static final Duration LONGEST_TTL = Duration.ofDays(36_500);
  private static final String TTLS =
      "a duration such as \"P30D\" or \"PT12H\", from one second to a hundred years";

  private LabelJson() {}

  /**
   * @param ttl how long a batch is kept that does not say it
   * @param latest the latest time that a start may be put off to
   * @throws Refusal if a member is of the wrong type, or out of range
   */
  static Label read(JsonObject json, Optional<Duration> ttl, Instant latest) {
    Label defaults = Label.defaults();
    return new Label(
        JsonMembers.read(
            json,
            "name",
            defaults.name(),
            "a string of 1 to %d characters".formatted(LONGEST),
            LabelJson::name),
        JsonMembers.read(
            json,
            "tags",
            defaults.tags(),
            "an array of at most %d strings of 1 to %d characters".formatted(MOST_TAGS, LONGEST),
            LabelJson::tags),
        JsonMembers.read(
            json, "ttl", ttl.map(Duration::toSeconds).orElse(null), TTLS, LabelJson::ttlSeconds),
        JsonMembers.read(json, "priority", defaults.priority(), PRIORITIES, LabelJson::priority),
        JsonMembers.read(
            json,
            "notBefore",
            defaults.notBefore(),
            "a time such as \"2026-11-23T22:00:00Z\", %s at the latest"
                    .formatted(latest.truncatedTo(ChronoUnit.SECONDS))
                + QueryTime.hint(json.getString("notBefore", null)),
            value -> time(value, latest)),
        JsonMembers.read(json, "callbackUrl", null, "a string", JsonMembers::string));
  }

  private static String name(JsonValue value) {
    String name = JsonMembers.string(value);
    return name == null || !isWord(name) ? null : name;
  }

  private static List<String> tags(JsonValue value) {
    List<String> tags = JsonStrings.array(value);
    return tags == null || tags.size() > MOST_TAGS || !tags.stream().allMatch(LabelJson::isWord)
        ? null
        : tags.stream().distinct().toList();
  }

  private static boolean isWord(String word) {
    return !word.isBlank() && Characters.count(word) <= LONGEST;
  }

  private static Long ttlSeconds(JsonValue value) {
    try {
      Duration ttl = Duration.parse(JsonMembers.string(value));
      return ttl.toSeconds() < 1 || ttl.compareTo(LONGEST_TTL) > 0 ? null : ttl.toSeconds();
    } catch (DateTimeException | NullPointerException e) {
      return null;
    }
  }

  /** In whole microseconds, as PostgreSQL keeps it. */
  private static Instant time(JsonValue value, Instant latest) {
    try {
      Instant time = Instant.parse(JsonMembers.string(value)).truncatedTo(ChronoUnit.MICROS);
      return time.isBefore(Instant.EPOCH) || time.isAfter(latest) ? null : time;
    } catch (DateTimeException | NullPointerException e) {
      return null;
    }
  }

  private static Integer priority(JsonValue value) {
    Integer number = JsonMembers.wholeNumber(value);
    return number == null || number < Label.LOWEST || number > Label.HIGHEST ? null : number;
  }
}
