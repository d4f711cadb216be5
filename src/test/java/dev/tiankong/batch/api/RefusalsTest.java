package dev.tiankong.batch.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.problem.Problem;
import dev.tiankong.task.TaskUnavailableException;
import dev.tiankong.wording.ProblemCode;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  @Test
  void should_say_why_the_task_cannot_be_done() {
    Problem problem =
        Refusals.problem(new TaskUnavailableException("The server is stopping.")).orElseThrow();

    assertThat(problem.code()).isEqualTo(ProblemCode.TASK_UNAVAILABLE);
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.detail()).isEqualTo("The server is stopping.");
  }

  @Test
  void should_take_no_failure_for_a_refusal() {
    assertThat(Refusals.problem(new IllegalStateException("broken"))).isEmpty();
  }
}
