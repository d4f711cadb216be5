package dev.tiankong.task;

import dev.tiankong.wording.Sentence;
import jakarta.json.JsonObject;

/**
 * Why a text has no answer.
 *
 * @param code stable, for programs: of {@link ItemErrorCode}, or the task's own
 * @param message for people: what is wrong and what to do about it
 * @param parameters the values that the message names, for programs
 */
public record ItemError(String code, String message, JsonObject parameters) {

  public ItemError(ItemErrorCode code, Sentence sentence) {
    this(code.name(), sentence);
  }

  public ItemError(String code, Sentence sentence) {
    this(code, sentence.text(), sentence.values());
  }

  /** The message with its parameters, to be said in another context. */
  public Sentence sentence() {
    return Sentence.verbatim(message, parameters);
  }

  /** Whether another try would come to the same. */
  public boolean isAboutText() {
    return !code.equals(ItemErrorCode.ATTEMPTS_EXHAUSTED.name());
  }
}
