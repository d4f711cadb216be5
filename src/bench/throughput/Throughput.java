package dev.tiankong.inference;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Texts a second of one model in each precision; see throughput.sh. */
final class Throughput {

  private static final FillOptions FIVE = FillOptions.top(5);
  private static final int WARM_UP = 60;
  private static final double NANOS = 1e9;

  private Throughput() {}

  public static void main(String[] arguments) throws Exception {
    ModelDirectory model = new ModelDirectory(Path.of(arguments[0]));
    List<String> texts = Files.readAllLines(Path.of(arguments[1])).subList(0, 400);
    for (Precision precision : model.card().weights().keySet()) {
      measure(model, precision, texts);
    }
  }

  private static void measure(ModelDirectory model, Precision precision, List<String> texts)
      throws IOException, InterruptedException, ExecutionException {
    long start = System.nanoTime();
    try (DjlMaskFiller filler = DjlMaskFiller.load(model, model.card(), precision)) {
      System.out.printf("%s: loaded in %.1f s%n", precision.label(), seconds(start));
      filler.fill(texts.subList(0, WARM_UP), FIVE);
      for (int threads = 1; threads <= 2; threads++) {
        measure(filler, texts, threads);
      }
    }
  }

  private static void measure(DjlMaskFiller filler, List<String> texts, int threads)
      throws InterruptedException, ExecutionException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    long start = System.nanoTime();
    double processor = 0;
    Callable<Double> task = () -> processorSeconds(filler, texts);
    for (Future<Double> done : workers.invokeAll(Collections.nCopies(threads, task))) {
      processor += done.get();
    }
    double all = (double) threads * texts.size();
    System.out.printf(
        "  %d threads: %.1f texts/s, %.1f for each second of processor time%n",
        threads, all / seconds(start), all / processor);
    workers.shutdown();
  }

  private static double processorSeconds(DjlMaskFiller filler, List<String> texts) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    filler.fill(texts, FIVE);
    return (threads.getCurrentThreadCpuTime() - start) / NANOS;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / NANOS;
  }
}
