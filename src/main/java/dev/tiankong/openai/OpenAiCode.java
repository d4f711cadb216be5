package dev.tiankong.openai;

import dev.tiankong.wording.Code;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.util.Locale;

/** What is wrong with a request, or with a line of a file, as clients of OpenAI's API know it. */
enum OpenAiCode implements Code {
  UNKNOWN_PARAMETER(400),
  MISSING_REQUIRED_PARAMETER(400),
  INVALID_VALUE(400),
  INVALID_PURPOSE(400),
  INVALID_EXPIRY(400),
  NOT_FOUND(404),
  ILLEGAL_STATE(409),
  STORAGE_LIMIT_EXCEEDED(413),
  // Of lines.
  INVALID_JSON_LINE(400),
  DUPLICATE_CUSTOM_ID(400),
  TOO_MANY_REQUESTS(400),
  TOO_MANY_OPTIONS(400);

  private final int status;

  OpenAiCode(int status) {
    this.status = status;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param parameter what of the request is wrong
   */
  Refusal about(String parameter, Sentence sentence) {
    return new Refusal(this, sentence.with("parameter", parameter));
  }

  /**
   * @param parameter what of the request is wrong
   * @param sentence in which {@code {parameter}} stands for it
   */
  Refusal about(String parameter, String sentence) {
    return about(parameter, Sentence.of(sentence));
  }

  static Refusal missing(String parameter) {
    return MISSING_REQUIRED_PARAMETER.about(parameter, "\"{parameter}\" is missing.");
  }

  static Refusal notFound(String sentence, String found) {
    return new Refusal(NOT_FOUND, Sentence.of(sentence).with("found", found));
  }
}
