package dev.tiankong.task;

import static dev.tiankong.request.JsonLibrary.JSON;

import org.apache.commons.codec.digest.DigestUtils;

/** Tells which batches may have each other's answers. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * Equal for those tasks, weights and options that give equal answers, and for no others.
   *
   * @return SHA-256 of a JSON document, in hexadecimal
   */
  public static String of(TextTask task, PreparedTask prepared) {
    return DigestUtils.sha256Hex(
        JSON.createObjectBuilder()
            .add("task", task.name())
            .add("weights", prepared.weights())
            .add("options", task.options().canonical(prepared.options()))
            .build()
            .toString());
  }
}
