package dev.tiankong.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.task.ItemError;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.wording.Sentence;
import org.junit.jupiter.api.Test;

class StoredAnswerTest {

  @Test
  void should_give_back_what_the_task_said() {
    TextAnswer answer = TextAnswer.of("{\"words\":2}");

    assertThat(new StoredAnswer(answer).answer()).isEqualTo(answer);
  }

  @Test
  void should_give_back_the_error() {
    TextAnswer answer =
        TextAnswer.failed(
            new ItemError(
                "NO_MASK",
                Sentence.of("Found \"{found}\": did you mean [MASK]?").with("found", "{MASK}")));

    assertThat(new StoredAnswer(answer).answer()).isEqualTo(answer);
  }
}
