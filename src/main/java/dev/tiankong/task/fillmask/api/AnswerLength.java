package dev.tiankong.task.fillmask.api;

import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.fillmask.FillMaskAnswer;
import java.util.List;
import java.util.function.ToIntFunction;

/** About how long an answer is, before it is written. */
final class AnswerLength {

  /** Of a candidate in JSON, its text aside. */
  private static final long CANDIDATE_CHARACTERS = 64;

  private AnswerLength() {}

  /**
   * @param shown how many characters of a text stand with each of its candidates
   */
  static long of(List<String> texts, List<TextAnswer> answers, ToIntFunction<String> shown) {
    long characters = 0;
    for (int index = 0; index < answers.size(); index++) {
      characters +=
          candidates(answers.get(index))
              * (CANDIDATE_CHARACTERS + shown.applyAsInt(texts.get(index)));
    }
    return characters;
  }

  private static int candidates(TextAnswer answer) {
    return answer.error().isPresent()
        ? 0
        : FillMaskAnswer.read(answer.content()).masks().stream()
            .mapToInt(mask -> mask.predictions().size())
            .sum();
  }
}
