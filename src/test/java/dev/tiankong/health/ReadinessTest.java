package dev.tiankong.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void should_ask_once_a_second_however_many_want_to_know() {
    Readiness readiness =
        new Readiness(() -> Map.of("round", Optional.of("" + asked.incrementAndGet())), now::get);

    assertThat(readiness.checks()).containsEntry("round", Optional.of("1"));
    now.addAndGet(Duration.ofMillis(999).toNanos());
    assertThat(readiness.checks()).containsEntry("round", Optional.of("1"));
    now.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(readiness.checks()).containsEntry("round", Optional.of("2"));
  }

  @Test
  void should_ask_once_for_all_who_want_to_know_at_the_same_time() {
    CountDownLatch everybodyIsThere = new CountDownLatch(4);
    Readiness readiness =
        new Readiness(
            () -> {
              awaitAll(everybodyIsThere);
              asked.incrementAndGet();
              return Map.of();
            },
            now::get);
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<CompletableFuture<Void>> answers =
          Stream.generate(
                  () ->
                      CompletableFuture.runAsync(
                          () -> {
                            everybodyIsThere.countDown();
                            readiness.checks();
                          },
                          people))
              .limit(4)
              .toList();
      answers.forEach(CompletableFuture::join);
    } finally {
      people.shutdownNow();
    }

    assertThat(asked).hasValue(1);
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
