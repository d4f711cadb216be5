package dev.tiankong.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Refusal STOPPING =
      new Refusal(
          ProblemCode.TASK_UNAVAILABLE,
          Sentence.of("{cause}").with("cause", "The server is stopping."));

  @Test
  void should_say_in_a_problem_document_what_is_refused_and_why() {
    JsonObject problem = new Problem(STOPPING).document("/api/v1/batches");

    assertThat(problem)
        .isEqualTo(
            Json.createObjectBuilder()
                .add("type", "urn:tiankong:problem:task-unavailable")
                .add("title", "Service Unavailable")
                .add("status", 503)
                .add("detail", "The server is stopping.")
                .add(
                    "parameters",
                    Json.createObjectBuilder().add("cause", "The server is stopping."))
                .build());
  }

  @Test
  void should_add_what_a_refusal_has_of_its_own() {
    JsonObject more = Json.createObjectBuilder().add("errors", 3).build();

    assertThat(new Problem(STOPPING.with(more)).toJson().getInt("errors")).isEqualTo(3);
  }

  @Test
  void should_name_what_is_wrong_in_the_shape_of_openai() {
    Refusal refusal =
        new Refusal(
            ProblemCode.INVALID_PARAMETER,
            Sentence.of("{parameter} must be {expected}.")
                .with("expected", "asc or desc")
                .with("parameter", "order"));

    JsonObject error = new Problem(refusal).document("/v1/files").getJsonObject("error");

    assertThat(error.getString("message")).isEqualTo("order must be asc or desc.");
    assertThat(error.getString("type")).isEqualTo("invalid_request_error");
    assertThat(error.getString("param")).isEqualTo("order");
    assertThat(error.getString("code")).isEqualTo("invalid-parameter");
  }

  @Test
  void should_never_tell_anybody_to_come_back_at_once() {
    Problem problem = new Problem(STOPPING.retryAfter(Duration.ofMillis(1)));

    assertThat(problem.retryAfter()).contains("1");
    assertThat(new Problem(STOPPING).retryAfter()).isEmpty();
  }
}
