package dev.tiankong.security.api;

import dev.tiankong.request.JsonBody;
import dev.tiankong.request.ObjectBody;
import dev.tiankong.security.Role;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import java.util.Arrays;
import java.util.Optional;

/** The member {@code role} of a body. */
final class RoleMember {

  private RoleMember() {}

  /**
   * @throws Refusal if it is missing, or there is no such role
   */
  static Role required(ObjectBody body) {
    return read(body).orElseThrow(() -> JsonBody.missing("role"));
  }

  /**
   * @throws Refusal if there is no such role
   */
  static Optional<Role> read(ObjectBody body) {
    return body.optionalString("role")
        .map(
            name ->
                Role.of(name)
                    .orElseThrow(
                        () ->
                            new Refusal(
                                ProblemCode.UNKNOWN_ROLE,
                                Sentence.of("Unknown role. Roles are {known}.")
                                    .with(
                                        "known",
                                        Arrays.stream(Role.values())
                                            .map(Role::toString)
                                            .toList()))));
  }
}
