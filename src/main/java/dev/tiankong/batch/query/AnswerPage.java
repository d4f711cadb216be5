package dev.tiankong.batch.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Items of a batch that follow one another.
 *
 * @param last whether nothing follows them
 */
public record AnswerPage(List<ItemAnswer> answers, boolean last) {

  /** So many are no burden, whatever else is in memory: a thousand long texts would fill it. */
  private static final long CHARACTERS = 1_000_000;

  /** The index of the last one; there must be one. */
  public int end() {
    return answers.get(answers.size() - 1).index();
  }

  /**
   * @param limit how many items are wanted; long ones may be fewer, but never none
   */
  static AnswerPage read(Iterator<ItemAnswer> rows, int limit) {
    List<ItemAnswer> answers = new ArrayList<>();
    long characters = 0;
    while (answers.size() < limit && characters < CHARACTERS && rows.hasNext()) {
      ItemAnswer answer = rows.next();
      answers.add(answer);
      characters += answer.characters();
    }
    return new AnswerPage(answers, !rows.hasNext());
  }
}
