package dev.tiankong.batch.intake;

import dev.tiankong.problem.Problem;
import dev.tiankong.problem.ProblemException;
import dev.tiankong.request.Characters;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of what came in beside the texts of one batch. The exported table has a column for each
 * of them in every record, so that its size is records times names: the names must be few.
 */
final class ColumnNames {

  private static final int LONGEST = 1_000;

  private final Set<String> names = new HashSet<>();
  private final int most;

  ColumnNames(int most) {
    this.most = most;
  }

  /**
   * @param line of the body in which the names stand
   * @throws ProblemException if one is too long, or one too many
   */
  void add(Collection<String> more, int line) {
    for (String name : more) {
      if (names.contains(name)) {
        continue;
      }
      if (Characters.count(name) > LONGEST) {
        throw Problem.unprocessable(
                "column-name-too-long",
                "Line %d has a name of more than %d characters (\"%s\"): shorten it."
                    .formatted(line, LONGEST, Characters.shown(name, 20)))
            .toException();
      }
      if (names.size() == most) {
        throw Problem.unprocessable(
                "too-many-columns",
                "Line %d has one name too many, \"%s\": beside \"text\" and \"id\", the texts of a batch may have %d different ones. Leave some out, or put them into one value."
                    .formatted(line, Characters.shown(name, 100), most))
            .toException();
      }
      names.add(name);
    }
  }
}
