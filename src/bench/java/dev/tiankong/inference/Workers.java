package dev.tiankong.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Fills texts as the server does: cut into chunks, which a few threads take one by one. */
final class Workers implements AutoCloseable {

  // What TIANKONG_CHUNK_TOKENS is unless somebody sets it.
  private static final int CHUNK_TOKENS = 2048;

  private static final FillOptions OPTIONS = FillOptions.top(5);

  private final ExecutorService threads;

  Workers(int number) {
    threads = Executors.newFixedThreadPool(number);
  }

  void fill(MaskFiller filler, List<String> texts) {
    List<Callable<List<FillOutcome>>> tasks = new ArrayList<>();
    for (List<String> chunk : chunks(texts)) {
      tasks.add(() -> filler.fill(chunk, OPTIONS));
    }
    try {
      for (Future<List<FillOutcome>> done : threads.invokeAll(tasks)) {
        done.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<List<String>> chunks(List<String> texts) {
    List<List<String>> chunks = new ArrayList<>();
    List<String> chunk = new ArrayList<>();
    int tokens = 0;
    for (String text : texts) {
      int cost = TokenBudget.cost(text, OPTIONS);
      if (!chunk.isEmpty() && tokens + cost > CHUNK_TOKENS) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        tokens = 0;
      }
      chunk.add(text);
      tokens += cost;
    }
    chunks.add(chunk);
    return chunks;
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
