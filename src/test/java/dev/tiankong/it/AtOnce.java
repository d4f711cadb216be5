package dev.tiankong.it;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Many clients in the same moment. */
final class AtOnce {

  private AtOnce() {}

  static <T> List<T> each(int clients, Supplier<T> call) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<CompletableFuture<T>> answers =
          Stream.generate(() -> CompletableFuture.supplyAsync(call, threads))
              .limit(clients)
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }
}
