package dev.tiankong.openai;

import dev.tiankong.wording.Sentence;

/** Something is wrong with a line; the message says what, for people. */
class InvalidLineException extends RuntimeException {

  private final String code;
  private final String param;

  /**
   * @param param the member of the line that it is about, or null
   */
  InvalidLineException(String code, String message, String param) {
    super(message, null, false, false);
    this.code = code;
    this.param = param;
  }

  static InvalidLineException missing(String param) {
    return new InvalidLineException(
        "missing_required_parameter", "\"%s\" is missing.".formatted(param), param);
  }

  /**
   * @param sentence about an option, by the name that it has here
   */
  static InvalidLineException ofOption(Sentence sentence) {
    return invalid("body." + sentence.values().getString(Sentence.OPTION), sentence.text());
  }

  static InvalidLineException invalid(String param, String message) {
    return new InvalidLineException("invalid_value", message, param);
  }

  LineError at(int line) {
    return new LineError(code, line, getMessage(), param);
  }
}
