package dev.tiankong.task.count;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.task.AnswerFormat;
import dev.tiankong.task.ItemError;
import dev.tiankong.task.Option;
import dev.tiankong.task.OptionType;
import dev.tiankong.task.OptionsSpecification;
import dev.tiankong.task.PreparedTask;
import dev.tiankong.task.TaskOptions;
import dev.tiankong.task.TextAnswer;
import dev.tiankong.task.TextTask;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts the characters of a text, and lists those that stand in it often. */
@ApplicationScoped
public class CountCharacters implements TextTask {

  private static final Option<CharacterKind> KIND =
      new Option<>(
          "kind", OptionType.oneOf(CharacterKind.class), CharacterKind.ANY, "What is counted.");

  private static final Option<Integer> AT_LEAST =
      new Option<>(
          "atLeast",
          OptionType.wholeNumber(1, 1_000),
          2,
          "How often a character must stand in a text to be listed.");

  private static final OptionsSpecification OPTIONS = OptionsSpecification.of(KIND, AT_LEAST);

  @Override
  public String name() {
    return "count-characters";
  }

  @Override
  public String description() {
    return "Counts characters.";
  }

  @Override
  public OptionsSpecification options() {
    return OPTIONS;
  }

  @Override
  public AnswerFormat format() {
    return new CountFormat();
  }

  @Override
  public PreparedTask prepare(TaskOptions options) {
    return new Prepared(options);
  }

  @Override
  public List<TextAnswer> answer(List<String> texts, TaskOptions options) {
    return texts.stream().map(text -> answer(text, options)).toList();
  }

  private static TextAnswer answer(String text, TaskOptions options) {
    Map<String, Long> times =
        text.codePoints()
            .filter(options.get(KIND)::has)
            .mapToObj(Character::toString)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    JsonObjectBuilder often = JSON.createObjectBuilder();
    times.entrySet().stream()
        .filter(entry -> entry.getValue() >= options.get(AT_LEAST))
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> often.add(entry.getKey(), entry.getValue()));
    return TextAnswer.of(
        JSON.createObjectBuilder()
            .add("characters", times.values().stream().mapToLong(Long::longValue).sum())
            .add("often", often)
            .build()
            .toString());
  }

  private record Prepared(TaskOptions options) implements PreparedTask {

    @Override
    public String weights() {
      return "1";
    }

    @Override
    public Optional<ItemError> refuse(String text) {
      return text.isBlank()
          ? Optional.of(new ItemError("NOTHING_TO_COUNT", Sentence.of("The text is blank.")))
          : Optional.empty();
    }

    @Override
    public int cost(String text) {
      return text.length();
    }
  }
}
