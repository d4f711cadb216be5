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
                "Start PostgreSQL, or check TIANKONG_DB_URL. Work then continues automatically."),
            check(
                situation,
                "broker",
                Code.BROKER_AWAY,
                "Check the broker and its free disk space. Work then continues automatically."),
            check(
                situation,
                "model",
                Code.MODEL_NOT_LOADED,
                "Install the model, or choose another one with TIANKONG_MODEL, and restart the server."))
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
                    "Chunks are waiting, and for 60 s no worker has started or ended one. Start a server, or"
                        + " check the logs of the running ones."));
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
                "Paused: %s. Waiting messages are not delivered. Resume it when the reason is gone."
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
                "The disk of %s is %d %% full. Delete batches that are no longer needed, give batches a ttl, or enlarge the disk. When it is full, no work is done."
                    .formatted(disk.folder(), disk.percentUsed()),
                Map.of("folder", disk.folder(), "percent", Integer.toString(disk.percentUsed()))));
  }

  private static Stream<Alert> deadLetters(Situation situation) {
    List<String> kinds = new ArrayList<>();
    Map<String, String> counts = new HashMap<>();
    long chunks = situation.trouble().map(Trouble::givenUp).orElse(0L);
    if (chunks > 0) {
      kinds.add(
          "Dead-lettered chunks: %d. Fix the cause given in the errors of their texts, then retry their batches, or delete them."
              .formatted(chunks));
      counts.put("chunks", Long.toString(chunks));
    }
    if (situation.deadSubmits() > 0) {
      kinds.add(
          "Submits in the queue tiankong.submit.dead: %d. Check the log for the reason, then retry or discard them."
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
                    "Running, but without progress for 10 minutes: %s. Check the log; lost messages are sent again automatically."
                        .formatted(String.join(", ", stalled))));
  }
}
