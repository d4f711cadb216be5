package dev.tiankong.inference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the process grows while it fills a hundred thousand texts. */
final class MemoryMeasure implements Measure {

  private static final int TEXTS = 100_000;
  private static final int STEP = 1_000;
  private static final int REPORT = 10_000;

  // Short, or it would take hours; but now and then a whole sentence.
  private static final int SHORTEST = 1;
  private static final int LENGTHS = 4;
  private static final int WHOLE = 50;

  @Override
  public void run(Ground ground) throws IOException {
    List<String> sentences = ground.sentences();
    long first = 0;
    long least = Long.MAX_VALUE;
    long most = 0;
    try (DjlMaskFiller engine = ground.load(PrecisionChoice.AUTO);
        Workers workers = new Workers(Ground.CORES)) {
      for (int done = 0; done < TEXTS; ) {
        workers.fill(engine, texts(sentences, done));
        done += STEP;
        long resident = resident();
        first = done == STEP ? resident : first;
        least = Math.min(least, resident);
        most = Math.max(most, resident);
        if (done == STEP || done % REPORT == 0) {
          System.out.println(
              "after %,7d texts   %,d kB   %+.1f %%"
                  .formatted(done, resident, percent(resident, first)));
        }
      }
    }
    System.out.println(
        "between %+.1f %% and %+.1f %% of the first"
            .formatted(percent(least, first), percent(most, first)));
  }

  private static double percent(long resident, long first) {
    return 100.0 * (resident - first) / first;
  }

  private static List<String> texts(List<String> sentences, int start) {
    List<String> texts = new ArrayList<>();
    for (int i = start; i < start + STEP; i++) {
      String sentence = sentences.get(i % sentences.size());
      texts.add(i % WHOLE == 0 ? sentence : part(sentence, SHORTEST + i % LENGTHS));
    }
    return texts;
  }

  /** The mask and so many characters on both sides of it. */
  private static String part(String sentence, int characters) {
    int mask = sentence.indexOf(MaskFiller.MASK);
    int end = mask + MaskFiller.MASK.length();
    return sentence.substring(
        Math.max(0, mask - characters), Math.min(sentence.length(), end + characters));
  }

  /** In kilobytes; Linux knows. */
  private static long resident() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }
}
