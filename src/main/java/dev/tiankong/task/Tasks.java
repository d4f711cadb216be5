package dev.tiankong.task;

import dev.tiankong.request.Characters;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tasks that there are. */
@ApplicationScoped
public class Tasks {

  /** The member that names a task where others are its options. */
  public static final String TASK = "task";

  /** The task of those who name none. */
  public static final String DEFAULT = "fill-mask";

  private static final int SHOWN = 100;

  private SortedMap<String, TextTask> byName;

  protected Tasks() {
    // For the client proxy.
  }

  @Inject
  Tasks(Instance<TextTask> beans) {
    byName = new TreeMap<>();
    Map<String, String> types = new HashMap<>();
    for (TextTask task : beans) {
      if (byName.put(task.name(), task) != null) {
        throw new IllegalStateException("Two tasks are called " + task.name());
      }
      for (Option<?> option : task.options().all()) {
        // A query or a form is read before it is known which task it is for.
        String type = option.schema().getString("type");
        if (!type.equals(types.getOrDefault(option.name(), type))) {
          throw new IllegalStateException("Two types of option are called " + option.name());
        }
        types.put(option.name(), type);
      }
    }
  }

  public Collection<TextTask> all() {
    return Collections.unmodifiableCollection(byName.values());
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  /**
   * @throws Refusal if there is none of that name
   */
  public TextTask byName(String name) {
    TextTask task = byName.get(name);
    if (task == null) {
      throw new Refusal(
          ProblemCode.UNKNOWN_TASK,
          Sentence.of("There is no task \"{found}\" (known: {known}).")
              .with(Sentence.OPTION, TASK)
              .with("found", Characters.shown(name, SHOWN))
              .with("known", byName.keySet()));
    }
    return task;
  }

  /** How the answers of a batch are read, also of one whose task is gone. */
  public AnswerFormat format(String name) {
    TextTask task = byName.get(name);
    return task == null ? new VerbatimFormat() : task.format();
  }

  /**
   * Adds options as they can be submitted, those with a default included.
   *
   * @param name of their task; if that is gone, they are added as they were kept
   */
  public void writeOptions(String name, TaskOptions options, JsonObjectBuilder json) {
    TextTask task = byName.get(name);
    if (task == null) {
      options.members().forEach(json::add);
    } else {
      task.options().write(options, json);
    }
  }

  /** An option, whichever task has it: all that have one of this name have one of this type. */
  public Optional<Option<?>> option(String name) {
    return byName.values().stream()
        .flatMap(task -> task.options().named(name).stream())
        .findFirst();
  }
}
