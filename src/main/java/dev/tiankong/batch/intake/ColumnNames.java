package dev.tiankong.batch.intake;

import dev.tiankong.request.Characters;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
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
   * @throws Refusal if one is too long, or one too many
   */
  void add(Collection<String> more, int line) {
    for (String name : more) {
      if (names.contains(name)) {
        continue;
      }
      if (Characters.count(name) > LONGEST) {
        throw new Refusal(
            ProblemCode.COLUMN_NAME_TOO_LONG,
            Sentence.of(
                    "Line {line} has a name of more than {most} characters (\"{found}\"): shorten it.")
                .with("line", line)
                .with("most", LONGEST)
                .with("found", Characters.shown(name, 20)));
      }
      if (names.size() == most) {
        throw new Refusal(
            ProblemCode.TOO_MANY_COLUMNS,
            Sentence.of(
                    "Line {line} has one name too many, \"{found}\": besides \"text\" and \"id\", the texts of a batch can have {most} different names. Leave some out, or combine them in one value.")
                .with("line", line)
                .with("most", most)
                .with("found", Characters.shown(name, 100)));
      }
      names.add(name);
    }
  }
}
