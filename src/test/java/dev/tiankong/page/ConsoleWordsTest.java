package dev.tiankong.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.inference.FillOutcome;
import dev.tiankong.inference.NearMiss;
import dev.tiankong.task.ItemErrorCode;
import dev.tiankong.wording.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the server refuses, the console says it in both languages. */
class ConsoleWordsTest {

  private static final ConsoleWords WORDS = ConsoleWords.read();

  static Stream<String> codes() {
    return Stream.of(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::id),
            Arrays.stream(ItemErrorCode.values()).map(Enum::name),
            Arrays.stream(FillOutcome.Reason.values()).map(Enum::name),
            Arrays.stream(NearMiss.Kind.values()).map(Enum::name))
        .flatMap(codes -> codes);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void should_have_words_for_every_code_in_both_languages(String code) {
    assertThat(WORDS.chinese().get(code)).as("Chinese").matches(".*\\p{IsHan}.*");
    assertThat(WORDS.english().get(code)).as("English").isNotBlank();
  }

  @Test
  void should_have_words_for_no_other_code() {
    assertThat(WORDS.chinese().keySet())
        .isEqualTo(WORDS.english().keySet())
        .allMatch(key -> codes().toList().contains(key.replaceFirst("\\..*", "")));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void should_document_every_code(String code) throws Exception {
    assertThat(Files.readString(Path.of("src/docs/problems.md"))).contains("| `" + code + "` |");
  }
}
