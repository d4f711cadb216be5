package dev.tiankong.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {

  @Test
  void should_fill_in_its_values_and_hand_them_to_programs() {
    Sentence sentence =
        Sentence.of("out-of-range", "\"{option}\" must be {least} to {most}.")
            .with(Sentence.OPTION, "topK")
            .with("least", 1)
            .with("most", 100);

    assertThat(sentence.text()).isEqualTo("\"topK\" must be 1 to 100.");
    assertThat(sentence.values())
        .hasToString("{\"reason\":\"out-of-range\",\"option\":\"topK\",\"least\":1,\"most\":100}");
  }

  @Test
  void should_quote_each_of_a_list_between_quotation_marks() {
    Sentence sentence =
        Sentence.of("Not \"{found}\", but {known}.")
            .with("found", List.of("a", "b"))
            .with("known", List.of("c", "d"));

    assertThat(sentence.text()).isEqualTo("Not \"a\", \"b\", but c, d.");
  }

  @Test
  void should_take_no_value_for_a_template() {
    String hostile = "{most} $1 \\ {MASK}";
    Sentence sentence = Sentence.of("Found {found}.").with("found", hostile).with("most", 7);

    assertThat(sentence.text()).isEqualTo("Found %s.".formatted(hostile));
    Sentence stored = Sentence.verbatim(sentence.text(), sentence.values());
    assertThat(stored.with("index", 3).prefixed("Text {index}: ").text())
        .isEqualTo("Text 3: Found %s.".formatted(hostile));
  }

  @Test
  void should_call_an_option_what_the_route_calls_it() {
    Sentence sentence =
        Sentence.of("{option} is one of topK and others.").with(Sentence.OPTION, "topK");

    assertThat(sentence.renamed(Map.of("topK", "top_k")).text())
        .isEqualTo("top_k is one of topK and others.");
    assertThat(sentence.renamed(Map.of("model", "m"))).isEqualTo(sentence);
  }

  @Test
  void should_read_as_a_sentence_in_a_log() {
    assertThat("Because: " + Sentence.of("{most} at most.").with("most", 3))
        .isEqualTo("Because: 3 at most.");
  }
}
