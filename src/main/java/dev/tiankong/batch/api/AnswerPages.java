package dev.tiankong.batch.api;

import dev.tiankong.batch.ItemAnswer;
import java.io.IOException;
import java.util.List;

/** Walks through answers of any number, of which a few are in memory at a time. */
public final class AnswerPages {

  private static final int SIZE = 1_000;

  private final int start;
  private final Source source;

  public AnswerPages(int start, Source source) {
    this.start = start;
    this.source = source;
  }

  public interface Source {
    List<ItemAnswer> read(int after, int limit);
  }

  public interface Sink {
    void write(ItemAnswer answer) throws IOException;
  }

  public void forEach(Sink sink) throws IOException {
    int after = start;
    List<ItemAnswer> page;
    do {
      page = source.read(after, SIZE);
      for (ItemAnswer answer : page) {
        sink.write(answer);
        after = answer.index();
      }
    } while (page.size() == SIZE);
  }
}
