package dev.tiankong.duties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tiankong.outage.QueueUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduledDutyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T22:40:00Z");

  private final List<DutyRun> ended = new ArrayList<>();

  private ScheduledDuty duty(Runnable work) {
    return new ScheduledDuty(
        new Duty() {
          @Override
          public String name() {
            return "tidy-up";
          }

          @Override
          public Duration interval() {
            return Duration.ofSeconds(20);
          }

          @Override
          public void run() {
            work.run();
          }
        },
        Clock.fixed(NOW, ZoneOffset.UTC),
        ended::add);
  }

  @Test
  void should_tell_how_each_run_ended() {
    ScheduledDuty duty = duty(() -> {});
    assertThat(duty.status())
        .isEqualTo(new DutyStatus("tidy-up", Duration.ofSeconds(20), null, null));

    duty.run();

    assertThat(duty.status().last())
        .isSameAs(ended.get(0))
        .returns("tidy-up", DutyRun::duty)
        .returns(NOW, DutyRun::startedAt)
        .returns(DutyOutcome.SUCCEEDED, DutyRun::outcome)
        .returns(null, DutyRun::error);
  }

  @Test
  void should_go_on_after_whatever_a_run_ends_with() {
    AtomicInteger runs = new AtomicInteger();
    List<Runnable> failing =
        List.of(
            () -> {
              throw new IllegalStateException(
                  "wrapped", new IllegalArgumentException("two\nlines"));
            },
            () -> {
              throw new OutOfMemoryError("heap");
            },
            () -> {
              throw new QueueUnavailableException("The broker does not answer");
            },
            () -> {});
    ScheduledDuty duty = duty(() -> failing.get(runs.getAndIncrement()).run());

    Stream.generate(() -> duty).limit(failing.size()).forEach(ScheduledDuty::run);

    assertThat(ended)
        .extracting(DutyRun::outcome, DutyRun::error)
        .containsExactly(
            tuple(DutyOutcome.FAILED, "java.lang.IllegalArgumentException: two lines"),
            tuple(DutyOutcome.FAILED, "java.lang.OutOfMemoryError: heap"),
            tuple(
                DutyOutcome.SKIPPED,
                QueueUnavailableException.class.getName() + ": The broker does not answer"),
            tuple(DutyOutcome.SUCCEEDED, null));
  }

  @Test
  void should_tell_since_when_it_runs_and_never_run_twice_at_a_time() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger atATime = new AtomicInteger();
    List<Integer> seen = new ArrayList<>();
    ScheduledDuty duty =
        duty(
            () -> {
              seen.add(atATime.incrementAndGet());
              begun.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              atATime.decrementAndGet();
            });
    Thread first = new Thread(duty);
    Thread second = new Thread(duty);
    first.start();
    begun.await();
    second.start();

    assertThat(duty.status().runningSince()).isEqualTo(NOW);
    end.countDown();
    first.join();
    second.join();

    assertThat(seen).containsExactly(1, 1);
    assertThat(duty.status().runningSince()).isNull();
  }

  @Test
  void should_give_everything_its_turn_and_fail_when_one_of_them_does() {
    List<String> had = new ArrayList<>();
    ScheduledDuty duty =
        duty(
            () ->
                ForEach.of(
                    List.of("a", "b", "c", "d"),
                    one -> {
                      had.add(one);
                      if ("bc".contains(one)) {
                        throw new IllegalStateException("no " + one);
                      }
                    }));

    duty.run();

    assertThat(had).containsExactly("a", "b", "c", "d");
    assertThat(ended)
        .extracting(DutyRun::outcome, DutyRun::error)
        .containsExactly(
            tuple(DutyOutcome.FAILED, "b: java.lang.IllegalStateException: no b (and 1 more)"));
  }

  @Test
  void should_not_go_on_to_the_next_in_an_outage() {
    List<Integer> had = new ArrayList<>();
    ScheduledDuty duty =
        duty(
            () ->
                ForEach.of(
                    List.of(1, 2),
                    one -> {
                      had.add(one);
                      throw new QueueUnavailableException("away");
                    }));

    duty.run();

    assertThat(had).containsExactly(1);
    assertThat(ended).extracting(DutyRun::outcome).containsExactly(DutyOutcome.SKIPPED);
  }
}
