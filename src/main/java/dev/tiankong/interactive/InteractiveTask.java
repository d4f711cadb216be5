package dev.tiankong.interactive;

import dev.tiankong.batch.intake.IntakeLimits;
import dev.tiankong.batch.intake.StorableText;
import dev.tiankong.request.Characters;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.TextTask;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Work for people who wait: so little that the next one has not given up when it is done. */
@ApplicationScoped
public class InteractiveTask {

  private static final int MAX_TEXTS = 32;

  /** About what one thread reads in the time that others wait for their turn. */
  private static final long MAX_TOKENS = 8192;

  /** What a request may cost and still counts as one. */
  private static final long TOKENS_OF_ONE = 256;

  /** An answer lies in memory as a whole, and takes many times the room there. */
  private static final long MAX_CHARACTERS = 1 << 24;

  @Inject IntakeLimits limits;
  @Inject RequestRate rate;

  /**
   * @return the task, whose options have everything filled in that was left to it
   * @throws Refusal if it is too much to be done at once, or for this user now
   */
  public PreparedTask prepare(String user, List<String> texts, TextTask task, TaskOptions options) {
    if (texts.isEmpty()) {
      throw new Refusal(ProblemCode.NO_TEXTS, "Send at least one text.");
    }
    if (texts.size() > MAX_TEXTS) {
      throw refusal(
          ProblemCode.TOO_MANY_TEXTS,
          Sentence.of("This route accepts 1 to {most} texts; use POST /api/v1/batches for more.")
              .with("most", MAX_TEXTS));
    }
    for (int index = 0; index < texts.size(); index++) {
      requireFits(index, texts.get(index));
    }
    PreparedTask prepared = task.prepare(options);
    long tokens = texts.stream().mapToLong(prepared::cost).sum();
    if (tokens > MAX_TOKENS) {
      throw refusal(
          ProblemCode.TOO_MUCH_WORK,
          Sentence.of(
                  "tokens",
                  "This route accepts texts of up to {most} tokens in all, and these may have {found}; use POST /api/v1/batches for more.")
              .with("most", MAX_TOKENS)
              .with("found", tokens));
    }
    if (tokens > TOKENS_OF_ONE) {
      rate.count(user, (tokens - 1) / TOKENS_OF_ONE);
    }
    return prepared;
  }

  private void requireFits(int index, String text) {
    limits
        .refuse(text)
        .ifPresent(
            error -> {
              throw refusal(
                  ProblemCode.TEXT_TOO_LONG,
                  error.sentence().with("index", index).prefixed("Text {index}: "));
            });
  }

  /** By the task, except for texts that batches refuse before it sees them. */
  public List<TextAnswer> answer(List<String> texts, TextTask task, TaskOptions options) {
    List<String> storable = texts.stream().filter(Characters::areStorable).toList();
    Iterator<TextAnswer> answers =
        storable.isEmpty()
            ? Collections.emptyIterator()
            : task.answer(storable, options).iterator();
    return texts.stream()
        .map(text -> StorableText.refuse(text).map(TextAnswer::failed).orElseGet(answers::next))
        .toList();
  }

  /**
   * @param characters of an answer, about
   * @throws Refusal if it is too long
   */
  public static void requireShort(long characters) {
    if (characters > MAX_CHARACTERS) {
      throw refusal(
          ProblemCode.TOO_MUCH_WORK,
          Sentence.of(
                  "characters",
                  "The response would have about {found} characters, but at most {most} are allowed: request fewer candidates or texts, or use POST /api/v1/batches.")
              .with("found", characters)
              .with("most", MAX_CHARACTERS));
    }
  }

  private static Refusal refusal(ProblemCode code, Sentence sentence) {
    return new Refusal(code, sentence);
  }
}
