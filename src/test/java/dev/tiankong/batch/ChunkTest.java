package dev.tiankong.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChunkTest {

  private final Chunk chunk = new Chunk(new ChunkId(UUID.randomUUID(), 0), 0, 9);

  @Test
  void should_belong_to_the_latest_attempt_alone() {
    chunk.enqueue();
    int first = chunk.claim();
    int second = chunk.claim();

    assertThat(chunk.isHeldBy(first)).isFalse();
    assertThat(chunk.isHeldBy(second)).isTrue();
  }

  @Test
  void should_not_count_an_attempt_that_was_excused() {
    chunk.enqueue();
    chunk.claim();
    chunk.excuse();
    int second = chunk.claim();

    assertThat(chunk.failures()).isEqualTo(1);
    assertThat(chunk.isHeldBy(second)).isTrue();
  }

  @Test
  void should_belong_to_nobody_once_it_is_final() {
    chunk.enqueue();
    int attempt = chunk.claim();
    chunk.finish(10, 0);

    assertThat(chunk.isQueued()).isFalse();
    assertThat(chunk.isHeldBy(attempt)).isFalse();
  }

  @Test
  void should_not_be_claimed_before_it_was_sent() {
    assertThatIllegalStateException().isThrownBy(chunk::claim).withMessageContaining("READY");
  }

  @Test
  void should_not_be_sent_twice() {
    chunk.enqueue();

    assertThatIllegalStateException().isThrownBy(chunk::enqueue).withMessageContaining("QUEUED");
  }

  @Test
  void should_hand_all_its_items_to_two_halves() {
    chunk.enqueue();
    chunk.claim();

    List<Chunk> halves = chunk.split(3, 7);

    assertThat(halves)
        .extracting(half -> half.id().number(), Chunk::firstIndex, Chunk::lastIndex)
        .containsExactly(tuple(7, 0, 3), tuple(8, 4, 9));
    assertThat(halves).extracting(Chunk::attempt).containsOnly(0);
    assertThat(chunk.isQueued()).isFalse();
    assertThatIllegalStateException().isThrownBy(chunk::claim).withMessageContaining("SPLIT");
  }

  @Test
  void should_stay_final() {
    chunk.enqueue();
    chunk.fail(10);

    assertThatIllegalStateException().isThrownBy(chunk::claim).withMessageContaining("FAILED");
    assertThatIllegalStateException()
        .isThrownBy(() -> chunk.finish(10, 0))
        .withMessageContaining("FAILED");
    assertThatIllegalStateException()
        .isThrownBy(() -> chunk.fail(10))
        .withMessageContaining("FAILED");
  }
}
