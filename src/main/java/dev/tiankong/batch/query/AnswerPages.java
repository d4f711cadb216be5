package dev.tiankong.batch.query;

import dev.tiankong.background.BackgroundThreads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads the answers of a batch page by page, each one while those of the page before go out. */
@ApplicationScoped
public class AnswerPages {

  private static final int MOST = 1_000;

  @Inject Batches batches;
  @Inject BackgroundThreads background;

  /**
   * @param after the index before the first one wanted, -1 for all
   */
  public Answers of(UUID batchId, ItemSearch search, int after) {
    return sink -> {
      AnswerPage page = batches.answers(batchId, after, search, MOST);
      while (!page.last()) {
        int end = page.end();
        Supplier<AnswerPage> next =
            background.start(() -> batches.answers(batchId, end, search, MOST));
        write(page, sink);
        page = next.get();
      }
      write(page, sink);
    };
  }

  private static void write(AnswerPage page, Answers.Sink sink) throws IOException {
    for (ItemAnswer answer : page.answers()) {
      sink.write(answer);
    }
  }
}
