package dev.tiankong.wording;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;

/**
 * A client is told why it gets no answer, or an operation why it cannot be done. Thrown wherever
 * that is known; which shape it gets is decided where it is answered.
 */
public class Refusal extends RuntimeException {

  private final transient Code code;
  private final transient Sentence sentence;
  private final transient Duration retryAfter;
  private final transient JsonObject members;

  private Refusal(Code code, Sentence sentence, Duration retryAfter, JsonObject members) {
    // An answer rather than a fault: its stack trace tells nothing, and a body may have a million
    // lines that are refused.
    super(sentence.text(), null, false, false);
    this.code = code;
    this.sentence = sentence;
    this.retryAfter = retryAfter;
    this.members = members;
  }

  /**
   * @param sentence for people: what is wrong, where, and what to do about it
   */
  public Refusal(Code code, Sentence sentence) {
    this(code, sentence, null, JsonValue.EMPTY_JSON_OBJECT);
  }

  /**
   * @param sentence that names no values
   */
  public Refusal(Code code, String sentence) {
    this(code, Sentence.of(sentence));
  }

  /**
   * @param pause after which the same request may be answered
   */
  public Refusal retryAfter(Duration pause) {
    return new Refusal(code, sentence, pause, members);
  }

  /**
   * @param more members of its problem document beside those that every one has
   */
  public Refusal with(JsonObject more) {
    return new Refusal(code, sentence, retryAfter, more);
  }

  /** The same for a client that has other names for the options. */
  public Refusal renamed(Map<String, String> options) {
    return new Refusal(code, sentence.renamed(options), retryAfter, members);
  }

  public Code code() {
    return code;
  }

  public Sentence sentence() {
    return sentence;
  }

  /** Null if it is not known when the same request may be answered. */
  public Duration retryAfter() {
    return retryAfter;
  }

  /** Of its problem document, beside those that every one has. */
  public JsonObject members() {
    return members;
  }
}
