package dev.tiankong.batch.api;

import dev.tiankong.batch.AnswerPage;
import dev.tiankong.batch.Batches;
import dev.tiankong.batch.ItemAnswer;
import dev.tiankong.batch.ItemSearch;
import java.io.IOException;
import java.util.UUID;

/** Walks through answers of any number, of which a few are in memory at a time. */
public final class AnswerPages {

  private static final int MOST = 1_000;

  private final Batches batches;
  private final UUID batchId;
  private final ItemSearch search;
  private final int start;

  /**
   * @param start the index before the first one wanted, -1 for all
   */
  public AnswerPages(Batches batches, UUID batchId, ItemSearch search, int start) {
    this.batches = batches;
    this.batchId = batchId;
    this.search = search;
    this.start = start;
  }

  public interface Sink {
    void write(ItemAnswer answer) throws IOException;
  }

  public void forEach(Sink sink) throws IOException {
    int after = start;
    AnswerPage page;
    do {
      page = batches.answers(batchId, after, search, MOST);
      for (ItemAnswer answer : page.answers()) {
        sink.write(answer);
        after = answer.index();
      }
    } while (!page.last());
  }
}
