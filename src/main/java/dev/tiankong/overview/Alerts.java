package dev.tiankong.overview;

import static dev.tiankong.overview.Alert.Severity.CRITICAL;
import static dev.tiankong.overview.Alert.Severity.WARNING;

import dev.tiankong.overview.Alert.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What of a situation somebody should know, the worst first. */
final class Alerts {

  static final int DISK_WARNING = 85;
  // A little more, and the broker takes no messages: TIANKONG_BROKER_MAX_DISK_USAGE.
  static final int DISK_CRITICAL = 95;

  private Alerts() {}

  static List<Alert> of(Situation situation) {
    return Stream.of(
            away(situation),
            noWorker(situation),
            paused(situation),
            situation.disks().stream().flatMap(Alerts::filling),
            deadLetters(situation),
            stalled(situation))
        .flatMap(Function.identity())
        .sorted(Comparator.comparing(Alert::severity))
        .toList();
  }

  private static Stream<Alert> away(Situation situation) {
    return Stream.of(
            check(
                situation,
                "database",
                Code.DATABASE_AWAY,
                "Start PostgreSQL, or look at TIANKONG_DB_URL: work goes on by itself."),
            check(
                situation,
                "broker",
                Code.BROKER_AWAY,
                "Look at the broker and at the room on its disk: work goes on by itself."),
            check(
                situation,
                "model",
                Code.MODEL_NOT_LOADED,
                "Install the model, or name another one in TIANKONG_MODEL, and start the server again."))
        .flatMap(Function.identity());
  }

  private static Stream<Alert> check(Situation situation, String name, Code code, String whatToDo) {
    return situation.checks().get(name).stream()
        .map(problem -> new Alert(code, CRITICAL, problem + " " + whatToDo));
  }

  private static Stream<Alert> noWorker(Situation situation) {
    return situation.trouble().stream()
        .filter(trouble -> trouble.untouched() && !situation.hasWorkers())
        // Nobody can take anything then, and it is the broker that is to be mended.
        .filter(trouble -> situation.checks().get("broker").isEmpty())
        .map(
            trouble ->
                new Alert(
                    Code.NO_WORKER,
                    CRITICAL,
                    "Chunks wait, and for 60 s no worker has begun or ended one. Start a server, or"
                        + " look into the logs of those that run."));
  }

  /** Whoever paused a queue may have forgotten it: it stays so over restarts. */
  private static Stream<Alert> paused(Situation situation) {
    List<String> names = situation.pausedQueues();
    return names.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Alert(
                Code.QUEUE_PAUSED,
                names.contains(Situation.WORK) ? CRITICAL : WARNING,
                "Somebody paused %s: what waits there is not taken. Resume it once there is no more reason."
                    .formatted(String.join(", ", names)),
                Map.of("queues", String.join(", ", names))));
  }

  private static Stream<Alert> filling(Disk disk) {
    return disk.percentUsed() < DISK_WARNING
        ? Stream.empty()
        : Stream.of(
            new Alert(
                Code.DISK_FILLING,
                disk.percentUsed() >= DISK_CRITICAL ? CRITICAL : WARNING,
                "The disk of %s is %d %% full. Delete batches that nobody needs, give batches a ttl, or enlarge the disk: when it is full, no work is done."
                    .formatted(disk.folder(), disk.percentUsed()),
                Map.of("folder", disk.folder(), "percent", Integer.toString(disk.percentUsed()))));
  }

  private static Stream<Alert> deadLetters(Situation situation) {
    List<String> kinds = new ArrayList<>();
    Map<String, String> counts = new HashMap<>();
    long chunks = situation.trouble().map(Trouble::givenUp).orElse(0L);
    if (chunks > 0) {
      kinds.add(
          "Chunks whose attempts are used up: %d. Mend the cause that their texts name, then retry their batches, or delete them."
              .formatted(chunks));
      counts.put("chunks", Long.toString(chunks));
    }
    if (situation.deadSubmits() > 0) {
      kinds.add(
          "Submits in the queue tiankong.submit.dead: %d. Look into the log for the reason, then retry or discard them."
              .formatted(situation.deadSubmits()));
      counts.put("submits", Long.toString(situation.deadSubmits()));
    }
    return kinds.isEmpty()
        ? Stream.empty()
        : Stream.of(new Alert(Code.DEAD_LETTERS, WARNING, String.join(" ", kinds), counts));
  }

  private static Stream<Alert> stalled(Situation situation) {
    return situation.trouble().map(Trouble::stalled).stream()
        .filter(stalled -> !stalled.isEmpty())
        .map(
            stalled ->
                new Alert(
                    Code.BATCH_STALLED,
                    WARNING,
                    "Running, but without progress for 10 minutes: %s. Look into the log; what the queue lost is sent again by itself."
                        .formatted(String.join(", ", stalled))));
  }
}
