package dev.tiankong.batch.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tiankong.batch.Chunk;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChunkCutterTest {

  private static final UUID BATCH = UUID.randomUUID();

  private final ChunkCutter cutter = new ChunkCutter(100);

  @Test
  void should_fill_chunks_up_to_the_token_budget() {
    assertThat(cutter.cut(BATCH, new int[] {40, 60, 1, 99, 50}))
        .extracting(c -> c.id().number(), Chunk::firstIndex, Chunk::lastIndex)
        .containsExactly(tuple(0, 0, 1), tuple(1, 2, 3), tuple(2, 4, 4));
  }

  @Test
  void should_give_a_text_over_the_budget_a_chunk_of_its_own() {
    assertThat(cutter.cut(BATCH, new int[] {10, 500, 10}))
        .extracting(Chunk::firstIndex, Chunk::lastIndex)
        .containsExactly(tuple(0, 0), tuple(1, 1), tuple(2, 2));
  }

  @Test
  void should_leave_texts_out_that_have_their_result() {
    assertThat(cutter.cut(BATCH, new int[] {0, 50, 0, 50, 0, 0, 10, 0}))
        .extracting(Chunk::firstIndex, Chunk::lastIndex)
        .containsExactly(tuple(1, 3), tuple(6, 6));
  }

  @Test
  void should_cut_nothing_when_no_text_is_left() {
    assertThat(cutter.cut(BATCH, new int[] {0, 0})).isEmpty();
  }
}
