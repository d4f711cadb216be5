package dev.tiankong.batch.intake;

import dev.tiankong.batch.BatchOptions;
import dev.tiankong.batch.CandidateKind;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonStrings;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The members that say how texts are to be worked on; all of them can be left out. */
public final class OptionsJson {

  private static final List<String> KNOWN =
      List.of("model", "topK", "targets", "candidates", "looseMasks");

  private static final int MOST_TARGETS = 1_000;
  private static final int SHOWN = 100;
  private static final int LONGEST_TARGET = 100;

  /**
   * Of all targets together: they stand in the status of the batch, and a list has 1,000 of those.
   */
  private static final int MOST_CHARACTERS = 10_000;

  private OptionsJson() {}

  /**
   * @param others members that the caller reads
   * @throws ProblemException if a member is unknown or of the wrong type
   */
  public static BatchOptions read(JsonObject json, String... others) {
    refuseUnknown(json.keySet(), Stream.concat(KNOWN.stream(), Stream.of(others)).toList());
    BatchOptions defaults = BatchOptions.defaults();
    return new BatchOptions(
        Members.read(json, "model", defaults.model(), "a string", Members::string),
        Members.read(json, "topK", defaults.topK(), "a whole number", Members::wholeNumber),
        Members.read(
            json,
            "targets",
            defaults.targets(),
            "an array of at most %d strings of at most %d characters, %d in all"
                .formatted(MOST_TARGETS, LONGEST_TARGET, MOST_CHARACTERS),
            OptionsJson::targets),
        Members.read(
            json, "candidates", defaults.candidates(), "\"any\" or \"han\"", OptionsJson::kind),
        Members.read(json, "looseMasks", defaults.looseMasks(), "true or false", Members::flag));
  }

  private static void refuseUnknown(Set<String> names, List<String> known) {
    Set<String> unknown = new TreeSet<>(names);
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw Members.invalid(
          Sentence.of("unknown", "There is no option \"{option}\" (known: {known}).")
              .with("known", known),
          Characters.shown(unknown.iterator().next(), SHOWN));
    }
  }

  private static List<String> targets(JsonValue value) {
    List<String> targets = JsonStrings.array(value);
    if (targets == null || targets.size() > MOST_TARGETS) {
      return null;
    }
    IntSummaryStatistics lengths = targets.stream().mapToInt(Characters::count).summaryStatistics();
    return lengths.getMax() > LONGEST_TARGET || lengths.getSum() > MOST_CHARACTERS ? null : targets;
  }

  private static CandidateKind kind(JsonValue value) {
    return Arrays.stream(CandidateKind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(Members.string(value)))
        .findFirst()
        .orElse(null);
  }
}
