package dev.tiankong.inference;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a sentence to token ids, and from ranked ids to candidates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WordsBenchmark {

  private static final int TOP_K = 5;

  private Tokenizer tokenizer;
  private Wording wording;
  private String sentence;
  private Blanks blanks;
  private List<Ranking> rankings;

  @Setup
  public void load() throws IOException {
    Ground ground = Ground.local();
    ModelDirectory model = ground.model();
    Vocabulary vocabulary = Vocabulary.read(model.tokenizer());
    tokenizer = Tokenizer.load(model.tokenizer(), vocabulary);
    wording = new Wording(vocabulary);
    sentence = ground.sentences().get(0);
    blanks = Blanks.in(sentence, FillOptions.top(TOP_K));
    long[] ids =
        IntStream.range(vocabulary.size() / 2, vocabulary.size() / 2 + TOP_K)
            .asLongStream()
            .toArray();
    rankings = List.of(new Ranking(ids, new float[TOP_K]));
  }

  @Benchmark
  public Object tokenize() {
    return tokenizer.tokenize(0, sentence);
  }

  @Benchmark
  public Object decode() {
    return wording.filled(blanks, rankings, List.of());
  }

  @TearDown
  public void close() {
    tokenizer.close();
  }
}
