package dev.tiankong.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogContextTest {

  private static final UUID BATCH = UUID.fromString("019ab1f2-6c9a-7d61-9d0e-5f4f6a7a8c11");

  @AfterEach
  void clear() {
    MDC.clear();
  }

  @Test
  void should_be_there_until_it_is_closed() {
    try (LogContext context = LogContext.chunk(BATCH, 3)) {
      LogContext.attempt(2);
      assertThat(words())
          .containsOnly(
              Map.entry("batch", BATCH.toString()),
              Map.entry("chunk", "3"),
              Map.entry("attempt", "2"));
    }
    assertThat(words()).isEmpty();
  }

  @Test
  void should_come_along_to_another_thread_and_not_stay_there() {
    Supplier<Map<String, String>> carried;
    try (LogContext context = LogContext.chunk(BATCH, 3)) {
      carried = LogContext.carried(LogContextTest::words);
    }

    assertThat(CompletableFuture.supplyAsync(carried).join()).containsEntry("chunk", "3");
    assertThat(carried.get()).containsEntry("batch", BATCH.toString());
    assertThat(words()).isEmpty();
  }

  private static Map<String, String> words() {
    return MDC.getMap().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
  }
}
