package dev.tiankong.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.metrics.QueueFigures;
import dev.tiankong.overview.Alert.Code;
import dev.tiankong.overview.Alert.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsTest {

  private static final Trouble NONE = new Trouble(false, 0, List.of());
  private static final Trouble UNTOUCHED = new Trouble(true, 0, List.of());

  private final Map<String, Optional<String>> checks =
      new HashMap<>(
          Map.of(
              "database", Optional.empty(), "broker", Optional.empty(), "model", Optional.empty()));

  private List<Alert> alerts(Trouble trouble, List<QueueFigures> queues, int disk) {
    return Alerts.of(
        new Situation(
            checks,
            Optional.ofNullable(trouble),
            queues,
            List.of(new Disk("TIANKONG_HOME", disk))));
  }

  private List<Alert> alerts(Trouble trouble) {
    return alerts(trouble, work(2), 40);
  }

  private static List<QueueFigures> work(int workers) {
    return List.of(new QueueFigures("tiankong.work", 8, 2, workers, false));
  }

  @Test
  void should_be_silent_when_all_is_well() {
    assertThat(alerts(NONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"database, DATABASE_AWAY", "broker, BROKER_AWAY", "model, MODEL_NOT_LOADED"})
  void should_say_what_is_away_and_what_to_do(String check, Code code) {
    checks.put(check, Optional.of("It is away."));

    Alert alert = alerts(null).get(0);

    assertThat(alert.code()).isEqualTo(code);
    assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(alert.detail()).startsWith("It is away. ").hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @CsvSource({"84, ", "85, WARNING", "94, WARNING", "95, CRITICAL", "100, CRITICAL"})
  void should_watch_the_disk(int percent, Severity severity) {
    List<Alert> alerts = alerts(NONE, work(2), percent);

    assertThat(alerts)
        .extracting(Alert::severity)
        .isEqualTo(severity == null ? List.of() : List.of(severity));
    assertThat(alerts)
        .allSatisfy(alert -> assertThat(alert.detail()).contains(percent + " % full"))
        .allSatisfy(
            alert ->
                assertThat(alert.values()).containsEntry("percent", Integer.toString(percent)));
  }

  @Test
  void should_count_the_disk_as_df_does() {
    assertThat(Disk.of("x", 70, 32)).isEqualTo(new Disk("x", 69));
    assertThat(Disk.of("x", 0, 0)).isEqualTo(new Disk("x", 0));
  }

  @Test
  void should_miss_workers_only_when_none_listens() {
    assertThat(alerts(UNTOUCHED, work(0), 40))
        .extracting(Alert::code)
        .containsExactly(Code.NO_WORKER);
    // A long text keeps a worker busy for longer.
    assertThat(alerts(UNTOUCHED, work(1), 40)).isEmpty();
    assertThat(alerts(UNTOUCHED, List.of(), 40)).hasSize(1);
    assertThat(alerts(NONE, work(0), 40)).isEmpty();
  }

  @Test
  void should_not_ask_for_workers_while_the_broker_is_away() {
    checks.put("broker", Optional.of("The broker takes no message."));

    assertThat(alerts(UNTOUCHED, List.of(), 40))
        .extracting(Alert::code)
        .containsExactly(Code.BROKER_AWAY);
  }

  @Test
  void should_remember_that_a_queue_is_paused() {
    QueueFigures submits = new QueueFigures("tiankong.submit", 1, 0, 2, true);
    QueueFigures work = new QueueFigures("tiankong.work", 8, 0, 2, true);

    assertThat(alerts(NONE, List.of(submits), 40))
        .containsExactly(
            new Alert(
                Code.QUEUE_PAUSED,
                Severity.WARNING,
                "Paused: tiankong.submit. Waiting messages are not delivered. Resume it when the reason is gone.",
                Map.of("queues", "tiankong.submit")));
    List<Alert> alerts = alerts(NONE, List.of(submits, work), 40);
    assertThat(alerts).extracting(Alert::severity).containsExactly(Severity.CRITICAL);
    assertThat(alerts.get(0).detail()).contains("tiankong.submit, tiankong.work");
  }

  @Test
  void should_count_both_kinds_of_dead_letters_in_one_alert() {
    List<QueueFigures> submits = List.of(new QueueFigures("tiankong.submit.dead", 5, 0, 0, false));
    List<Alert> alerts = alerts(new Trouble(false, 3, List.of()), submits, 40);

    assertThat(alerts).extracting(Alert::code).containsExactly(Code.DEAD_LETTERS);
    assertThat(alerts.get(0).detail())
        .contains("Dead-lettered chunks: 3", "tiankong.submit.dead: 5");
    assertThat(alerts.get(0).values()).isEqualTo(Map.of("chunks", "3", "submits", "5"));
  }

  @Test
  void should_name_batches_that_get_no_further_and_put_the_worst_first() {
    checks.put("model", Optional.of("No model."));

    List<Alert> alerts = alerts(new Trouble(false, 0, List.of("a", "b")));

    assertThat(alerts)
        .extracting(Alert::code)
        .containsExactly(Code.MODEL_NOT_LOADED, Code.BATCH_STALLED);
    assertThat(alerts.get(1).detail()).contains("a, b");
  }
}
