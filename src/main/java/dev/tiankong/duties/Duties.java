package dev.tiankong.duties;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The duties of this server, by name. */
@ApplicationScoped
public class Duties {

  @Inject @Any Instance<Duty> beans;
  @Inject Event<DutyRun> ended;
  @Inject Clock clock;

  private final SortedMap<String, ScheduledDuty> duties = new TreeMap<>();

  @PostConstruct
  void find() {
    for (Duty duty : beans) {
      if (duties.put(duty.name(), new ScheduledDuty(duty, clock, ended::fire)) != null) {
        throw new IllegalStateException("Two duties have the name " + duty.name());
      }
    }
  }

  Collection<ScheduledDuty> all() {
    return duties.values();
  }

  public List<DutyStatus> status() {
    return duties.values().stream().map(ScheduledDuty::status).toList();
  }

  /**
   * Runs a duty now, in the caller's thread; after the present run, if there is one.
   *
   * @return how it stands afterwards; empty if there is no such duty
   */
  public Optional<DutyStatus> run(String name) {
    return Optional.ofNullable(duties.get(name))
        .map(
            duty -> {
              duty.run();
              return duty.status();
            });
  }
}
