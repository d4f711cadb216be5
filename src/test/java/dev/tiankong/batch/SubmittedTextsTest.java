package dev.tiankong.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.task.ItemError;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittedTextsTest {

  private static final JsonObject LINE = Sentence.of("{line}").with("line", 7).values();

  @ParameterizedTest
  @ValueSource(ints = {1, 100_000})
  void should_give_back_what_it_took_from_memory_as_from_a_file(int size) throws IOException {
    SubmittedTexts texts = new SubmittedTexts();
    for (int i = 0; i < size; i++) {
      texts.add(text(i));
    }
    List<SubmittedText> read = new ArrayList<>();
    texts.forEach(
        (index, text) -> {
          assertThat(index).isEqualTo(read.size());
          read.add(text);
        });
    texts.discard();

    assertThat(read).hasSize(size);
    for (int i = 0; i < size; i++) {
      assertThat(read.get(i)).isEqualTo(text(i));
    }
  }

  @Test
  void should_know_how_many_it_has() {
    SubmittedTexts texts = new SubmittedTexts();
    assertThat(texts.size()).isZero();
    texts.add(text(0));
    assertThat(texts.size()).isEqualTo(1);
  }

  private static SubmittedText text(int i) {
    ItemError error =
        i % 3 == 0
            ? new ItemError("CODE", "第" + i, i == 0 ? LINE : JsonValue.EMPTY_JSON_OBJECT)
            : null;
    return new SubmittedText(
        "第" + i + "[MASK]😀",
        error,
        i % 2 == 0 ? null : "id-" + i,
        i % 5 == 0 ? "{}" : null,
        i + 1);
  }
}
