package dev.tiankong.batch.intake;

import dev.tiankong.request.QueryNameSource;
import dev.tiankong.task.Option;
import dev.tiankong.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;

/** The options of all tasks, which a submit can have in its query. */
@ApplicationScoped
class OptionNames implements QueryNameSource {

  @Inject Tasks tasks;

  @Override
  public Class<?> reader() {
    return SubmissionReader.class;
  }

  @Override
  public Set<String> once() {
    return names(false);
  }

  @Override
  public Set<String> repeated() {
    return names(true);
  }

  private Set<String> names(boolean repeated) {
    return tasks.all().stream()
        .flatMap(task -> task.options().all().stream())
        .filter(option -> option.isRepeated() == repeated)
        .map(Option::name)
        .collect(Collectors.toSet());
  }
}
