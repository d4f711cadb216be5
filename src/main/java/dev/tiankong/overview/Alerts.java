package dev.tiankong.overview;

import static dev.tiankong.overview.Alert.Severity.CRITICAL;
import static dev.tiankong.overview.Alert.Severity.WARNING;

import dev.tiankong.overview.Alert.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of a situation somebody should know, the worst first. */
final class Alerts {

  static final int DISK_WARNING = 85;
  // A little more, and the broker takes no messages: TIANKONG_BROKER_MAX_DISK_USAGE.
  static final int DISK_CRITICAL = 95;

  private Alerts() {}

  static List<Alert> of(Situation situation) {
    List<Alert> alerts = new ArrayList<>();
    check(
            situation,
            "database",
            Code.DATABASE_AWAY,
            "Start PostgreSQL, or look at TIANKONG_DB_URL: work goes on by itself.")
        .ifPresent(alerts::add);
    check(
            situation,
            "broker",
            Code.BROKER_AWAY,
            "Look at the broker and at the room on its disk: work goes on by itself.")
        .ifPresent(alerts::add);
    check(
            situation,
            "model",
            Code.MODEL_NOT_LOADED,
            "Install the model, or name another one in TIANKONG_MODEL, and start the server again.")
        .ifPresent(alerts::add);
    situation
        .trouble()
        .filter(trouble -> trouble.untouched() && situation.workers().orElse(0) == 0)
        .map(trouble -> noWorker())
        .ifPresent(alerts::add);
    situation.disks().stream()
        .filter(disk -> disk.percentUsed() >= DISK_WARNING)
        .map(Alerts::filling)
        .forEach(alerts::add);
    deadLetters(situation).ifPresent(alerts::add);
    situation
        .trouble()
        .map(Trouble::stalled)
        .filter(stalled -> !stalled.isEmpty())
        .map(Alerts::stalled)
        .ifPresent(alerts::add);
    alerts.sort((one, other) -> one.severity().compareTo(other.severity()));
    return alerts;
  }

  private static Optional<Alert> check(
      Situation situation, String name, Code code, String whatToDo) {
    return situation
        .checks()
        .get(name)
        .map(problem -> new Alert(code, CRITICAL, problem + " " + whatToDo));
  }

  private static Alert noWorker() {
    return new Alert(
        Code.NO_WORKER,
        CRITICAL,
        "Chunks wait, and for 60 s no worker has begun or ended one. Start a server, or look into"
            + " the logs of those that run.");
  }

  private static Alert filling(Disk disk) {
    return new Alert(
        Code.DISK_FILLING,
        disk.percentUsed() >= DISK_CRITICAL ? CRITICAL : WARNING,
        "The disk of %s is %d %% full. Delete batches that nobody needs, give batches a ttl, or enlarge the disk: when it is full, no work is done."
            .formatted(disk.folder(), disk.percentUsed()));
  }

  private static Optional<Alert> deadLetters(Situation situation) {
    List<String> kinds = new ArrayList<>();
    long chunks = situation.trouble().map(Trouble::givenUp).orElse(0L);
    if (chunks > 0) {
      kinds.add(
          "Chunks whose attempts are used up: %d. Mend the cause that their texts name, then retry their batches, or delete them."
              .formatted(chunks));
    }
    if (situation.deadSubmits() > 0) {
      kinds.add(
          "Submits in the queue tiankong.submit.dead: %d. Look into the log for the reason, then move them back or remove them."
              .formatted(situation.deadSubmits()));
    }
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new Alert(Code.DEAD_LETTERS, WARNING, String.join(" ", kinds)));
  }

  private static Alert stalled(List<String> batches) {
    return new Alert(
        Code.BATCH_STALLED,
        WARNING,
        "Running, but without progress for 10 minutes: %s. Look into the log; what the queue lost is sent again by itself."
            .formatted(String.join(", ", batches)));
  }
}
