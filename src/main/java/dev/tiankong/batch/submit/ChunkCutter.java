package dev.tiankong.batch.submit;

import dev.tiankong.batch.Chunk;
import dev.tiankong.batch.ChunkId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cuts a batch into chunks of about equal work. Work is counted in tokens rather than texts: a
 * worker is as long busy with one text of 500 tokens as with twenty of 25.
 */
@ApplicationScoped
class ChunkCutter {

  private int maxTokens;

  protected ChunkCutter() {
    // For the client proxy.
  }

  @Inject
  ChunkCutter(
      @ConfigProperty(name = "tiankong.chunk.tokens", defaultValue = "2048") int maxTokens) {
    this.maxTokens = maxTokens;
  }

  /**
   * @param costs tokens of each text; 0 for one that has its result already
   */
  List<Chunk> cut(UUID batchId, int[] costs) {
    List<Chunk> chunks = new ArrayList<>();
    int first = -1;
    int last = -1;
    long tokens = 0;
    for (int index = 0; index < costs.length; index++) {
      if (costs[index] == 0) {
        continue;
      }
      if (first >= 0 && tokens + costs[index] > maxTokens) {
        chunks.add(new Chunk(new ChunkId(batchId, chunks.size()), first, last));
        first = -1;
        tokens = 0;
      }
      first = first < 0 ? index : first;
      last = index;
      tokens += costs[index];
    }
    if (first >= 0) {
      chunks.add(new Chunk(new ChunkId(batchId, chunks.size()), first, last));
    }
    return chunks;
  }
}
