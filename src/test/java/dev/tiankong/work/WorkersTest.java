package dev.tiankong.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.batch.ChunkId;
import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.OpenItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");
  private static final ChunkId CHUNK = new ChunkId(new UUID(0, 1), 3);

  private final Workers workers = new Workers();
  private Instant now = START;

  @BeforeEach
  void open() {
    workers.clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    workers.node = "here";
    workers.number = 2;
    workers.open();
  }

  @Test
  void should_give_each_thread_a_worker_of_its_own() {
    Worker first = workers.take();
    Worker second = workers.take();
    assertThat(first.id().number()).isEqualTo(1);
    assertThat(second.id().number()).isEqualTo(2);
    assertThat(workers.take().id().number()).as("one more than expected").isEqualTo(3);

    first.close();

    assertThat(workers.take()).isSameAs(first);
    assertThat(workers.now()).hasSize(3);
  }

  @Test
  void should_tell_what_each_worker_does_and_has_done_in_the_last_minute() {
    try (Worker worker = workers.take()) {
      worker.begin(chunk());
      assertThat(workers.now())
          .containsExactly(
              new Workers.Activity(CHUNK, START, 0, 0), new Workers.Activity(null, null, 0, 0));

      now = START.plusSeconds(2);
      worker.end(true);
      worker.begin(chunk());
      worker.end(false);
    }
    assertThat(workers.now().get(0)).isEqualTo(new Workers.Activity(null, null, 1, 2));

    now = now.plus(Duration.ofMinutes(1)).plusMillis(1);
    assertThat(workers.now().get(0)).isEqualTo(new Workers.Activity(null, null, 0, 0));
  }

  private static ClaimedChunk chunk() {
    List<OpenItem> items = List.of(new OpenItem(0, "a", 0, false), new OpenItem(1, "b", 0, false));
    return new ClaimedChunk(CHUNK, 1, null, null, 0, items);
  }
}
