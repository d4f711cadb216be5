package dev.tiankong.interactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tiankong.interactive.Turns.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final LinkedBlockingQueue<String> order = new LinkedBlockingQueue<>();
  private final Turns turns = new Turns(1, 3, 5);

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void should_let_users_take_turns_each_with_their_requests_in_order() throws Exception {
    take();
    for (String request : List.of("a1", "a2", "a3", "b1", "c1")) {
      enqueue(request);
    }

    assertThat(serveAll(5)).containsExactly("a1", "b1", "c1", "a2", "a3");
  }

  @Test
  void should_refuse_those_of_a_user_who_has_too_many_waiting_and_no_others() throws Exception {
    take();
    for (String request : List.of("a1", "a2", "a3")) {
      enqueue(request);
    }

    assertThat(turns.take("a", LONG)).isEqualTo(Turn.TOO_MANY_OF_USER);
    enqueue("b1");
    enqueue("c1");
    assertThat(turns.take("d", LONG)).isEqualTo(Turn.TOO_MANY);
    assertThat(serveAll(5)).hasSize(5);
    turns.leave();
    take();
  }

  @Test
  void should_give_up_after_a_while_and_keep_the_worker_for_others() throws Exception {
    take();

    assertThat(turns.take("a", Duration.ofMillis(1))).isEqualTo(Turn.TOO_LATE);
    assertThat(turns.waiting()).isZero();
    turns.leave();
    take();
  }

  @Test
  void should_lose_no_worker_to_a_thread_that_is_interrupted() throws Exception {
    take();
    Future<Turn> interrupted = enqueue("a1");
    interrupted.cancel(true);
    await().until(() -> turns.waiting() == 0);

    turns.leave();
    take();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> turns.take("a", LONG)).isInstanceOf(InterruptedException.class);
  }

  @Test
  void should_never_run_more_than_there_are_workers() throws Exception {
    Turns many = new Turns(3, 100, 1000);
    LinkedBlockingQueue<Integer> running = new LinkedBlockingQueue<>(3);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String user = "user" + i % 4;
      all.add(
          threads.submit(
              () -> {
                for (int j = 0; j < 500; j++) {
                  assertThat(many.take(user, LONG)).isEqualTo(Turn.TAKEN);
                  assertThat(running.offer(j)).isTrue();
                  running.remove();
                  many.leave();
                }
                return null;
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    assertThat(many.waiting()).isZero();
  }

  private void take() throws InterruptedException {
    assertThat(turns.take("first", Duration.ZERO)).isEqualTo(Turn.TAKEN);
  }

  /** The request's name begins with its user's. */
  private Future<Turn> enqueue(String request) {
    int before = turns.waiting();
    Future<Turn> turn =
        threads.submit(
            () -> {
              Turn taken = turns.take(request.substring(0, 1), LONG);
              order.add(request);
              return taken;
            });
    await().until(() -> turns.waiting() == before + 1);
    return turn;
  }

  private List<String> serveAll(int requests) throws InterruptedException {
    List<String> served = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      turns.leave();
      served.add(order.poll(1, TimeUnit.MINUTES));
    }
    return served;
  }
}
