package dev.tiankong.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IsolationLockTest {

  private static final long SHORTLY = 200;

  private final IsolationLock lock = new IsolationLock();

  @Test
  void should_let_chunks_share_the_jvm() {
    CompletableFuture<Void> other;
    try (IsolationLock.Hold hold = lock.acquire(false)) {
      other = CompletableFuture.runAsync(() -> lock.acquire(false).close());
      other.join();
    }
    assertThat(other).isCompleted();
  }

  @Test
  void should_isolate_a_chunk_from_those_before_and_after_it() throws InterruptedException {
    CountDownLatch isolated = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    CompletableFuture<Void> suspect;
    try (IsolationLock.Hold hold = lock.acquire(false)) {
      suspect =
          CompletableFuture.runAsync(
              () -> {
                try (IsolationLock.Hold alone = lock.acquire(true)) {
                  isolated.countDown();
                  over.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThat(isolated.await(SHORTLY, TimeUnit.MILLISECONDS)).isFalse();
    }
    isolated.await();

    CompletableFuture<Void> next = CompletableFuture.runAsync(() -> lock.acquire(false).close());
    TimeUnit.MILLISECONDS.sleep(SHORTLY);
    assertThat(next).isNotDone();

    over.countDown();
    suspect.join();
    next.join();
  }
}
