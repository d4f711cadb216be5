package dev.tiankong.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundThreadsTest {

  private static final Path THIS_THREAD = Path.of("/proc/thread-self/stat");

  /** Counted from behind the name, which may have spaces; see proc(5). */
  private static final int NICE = 16;

  private final BackgroundThreads background = new BackgroundThreads();

  @BeforeEach
  void open() {
    background.threads = Thread::new;
    background.niceness = 7;
    background.open();
  }

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void should_step_back_alone() {
    int before = niceness();

    assertThat(background.call(BackgroundThreadsTest::niceness)).isEqualTo(7);
    assertThat(niceness()).isEqualTo(before).isNotEqualTo(7);
  }

  @Test
  void should_let_the_caller_go_on_meanwhile() {
    CountDownLatch caller = new CountDownLatch(1);
    Supplier<String> result =
        background.start(
            () -> {
              try {
                return caller.await(10, TimeUnit.SECONDS) ? "done" : "the caller was kept waiting";
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    caller.countDown();

    assertThat(result.get()).isEqualTo("done");
  }

  private static int niceness() {
    try {
      String stat = Files.readString(THIS_THREAD);
      return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[NICE]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void should_throw_what_the_work_throws() {
    RuntimeException failure = new IllegalArgumentException("no");
    assertThatThrownBy(() -> background.call(throwing(failure))).isSameAs(failure);

    Error error = new OutOfMemoryError("too much");
    assertThatThrownBy(() -> background.call(throwing(error))).isSameAs(error);
  }

  private static Supplier<Void> throwing(Throwable what) {
    return () -> {
      if (what instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) what;
    };
  }
}
