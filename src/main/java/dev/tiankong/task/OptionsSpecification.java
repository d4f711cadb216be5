package dev.tiankong.task;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.request.Characters;
import dev.tiankong.request.JsonMembers;
import dev.tiankong.wording.Sentence;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that can be asked of one task.
 *
 * @param all in the order in which they are shown
 */
public record OptionsSpecification(List<Option<?>> all) {

  private static final int SHOWN = 100;

  public OptionsSpecification {
    all = List.copyOf(all);
  }

  public static OptionsSpecification of(Option<?>... options) {
    return new OptionsSpecification(List.of(options));
  }

  public List<String> names() {
    return all.stream().map(Option::name).toList();
  }

  public Optional<Option<?>> named(String name) {
    return all.stream().filter(option -> option.name().equals(name)).findFirst();
  }

  /**
   * @param others names of members that the caller reads
   * @throws RuntimeException if a member is unknown, of the wrong type, or out of bounds
   */
  public TaskOptions read(JsonObject json, Collection<String> others) {
    refuseUnknown(json, Stream.concat(names().stream(), others.stream()).toList());
    JsonObjectBuilder members = JSON.createObjectBuilder();
    all.forEach(option -> add(option, json, members));
    return new TaskOptions(members.build());
  }

  private static void refuseUnknown(JsonObject json, List<String> known) {
    TreeSet<String> unknown = new TreeSet<>(json.keySet());
    known.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw JsonMembers.invalid(
          Sentence.of("unknown", "Unknown option \"{option}\" (known: {known}).")
              .with("known", known),
          Characters.shown(unknown.first(), SHOWN));
    }
  }

  private static <T> void add(Option<T> option, JsonObject json, JsonObjectBuilder members) {
    T value = option.read(json);
    if (value != null) {
      members.add(option.name(), option.type().write(value));
    }
  }

  /** Adds the options as they can be submitted, those with a default included. */
  void write(TaskOptions options, JsonObjectBuilder json) {
    all.forEach(
        option ->
            json.add(option.name(), options.members().getOrDefault(option.name(), JsonValue.NULL)));
  }

  /**
   * One document for all options with the same effect, and no others: members in the order of their
   * names, without the model, which is told by its weights.
   */
  JsonObject canonical(TaskOptions options) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    all.stream()
        .filter(option -> !option.equals(Option.MODEL))
        .sorted(Comparator.comparing(Option::name))
        .forEach(option -> json.add(option.name(), option.canonical(options.members())));
    return json.build();
  }
}
