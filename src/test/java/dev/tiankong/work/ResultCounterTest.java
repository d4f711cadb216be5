package dev.tiankong.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.batch.CountResults;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ResultCounterTest {

  private static final UUID BATCH = new UUID(0, 1);

  private final ResultCounter counter = new ResultCounter();
  private final AtomicInteger counts = new AtomicInteger();

  @Test
  void should_count_once_more_for_all_that_come_while_another_counts() throws Exception {
    CountDownLatch counting = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    countBy(
        () -> {
          counting.countDown();
          await(others);
        });
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> counter.count(BATCH));
    await(counting);

    counter.count(BATCH);
    counter.count(BATCH);
    counter.count(BATCH);
    assertThat(counts).hasValue(1);

    others.countDown();
    first.get(10, TimeUnit.SECONDS);
    assertThat(counts).hasValue(2);
  }

  @Test
  void should_not_wait_for_another_batch() throws Exception {
    CountDownLatch counting = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    countBy(
        () -> {
          if (counts.get() == 1) {
            counting.countDown();
            await(other);
          }
        });
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> counter.count(BATCH));
    await(counting);

    counter.count(new UUID(0, 2));
    assertThat(counts).hasValue(2);

    other.countDown();
    first.get(10, TimeUnit.SECONDS);
  }

  @Test
  void should_count_again_after_a_failure() {
    countBy(
        () -> {
          if (counts.get() == 1) {
            throw new IllegalStateException("not this time");
          }
        });
    assertThatThrownBy(() -> counter.count(BATCH)).hasMessage("not this time");

    counter.count(BATCH);

    assertThat(counts).hasValue(2);
  }

  private void countBy(Runnable count) {
    counter.countResults =
        new CountResults() {
          @Override
          public void count(UUID batchId) {
            counts.incrementAndGet();
            count.run();
          }
        };
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
