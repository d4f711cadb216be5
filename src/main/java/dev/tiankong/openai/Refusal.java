package dev.tiankong.openai;

/** Ends a request with an error in OpenAI's shape that names a parameter. */
class Refusal extends RuntimeException {

  private final int status;
  private final String param;
  private final String code;

  /**
   * @param param what of the request is wrong, or null
   */
  Refusal(int status, String param, String code, String message) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
  }

  static Refusal invalid(String param, String code, String message) {
    return new Refusal(400, param, code, message);
  }

  static Refusal notFound(String message) {
    return new Refusal(404, null, "not_found", message);
  }

  static Refusal conflict(String message) {
    return new Refusal(409, null, "illegal_state", message);
  }

  int status() {
    return status;
  }

  String param() {
    return param;
  }

  String code() {
    return code;
  }
}
