package dev.tiankong.inference;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One group of equally long texts, one mask in each, through the network on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class ForwardBenchmark {

  private static final CandidateFilter BEST = new AllCandidates(new long[0], 5);

  @Param({"16", "32", "64", "128", "512"})
  private int tokens;

  private NeuralNetwork network;
  private List<TokenizedText> group;

  @Setup
  public void load() throws IOException {
    Ground ground = Ground.local();
    ModelDirectory model = ground.model();
    Precision precision =
        new PrecisionChoice(PrecisionChoice.AUTO, Processor.local()).among(model.card().weights());
    network = NeuralNetwork.load(model.weights(precision), pass -> {});
    group = TokenBudget.groups(Collections.nCopies(1024, text(model))).get(0);
    System.out.println(group.size() + " texts of " + tokens + " tokens");
  }

  private TokenizedText text(ModelDirectory model) throws IOException {
    Vocabulary vocabulary = Vocabulary.read(model.tokenizer());
    long[] ids = new long[tokens];
    Arrays.fill(ids, vocabulary.id("的").orElseThrow());
    ids[0] = vocabulary.id("[CLS]").orElseThrow();
    ids[tokens / 2] = vocabulary.id(MaskFiller.MASK).orElseThrow();
    ids[tokens - 1] = vocabulary.id("[SEP]").orElseThrow();
    return new TokenizedText(0, ids, new int[] {tokens / 2});
  }

  @Benchmark
  public Object forward() {
    return network.rank(group, BEST);
  }

  @TearDown
  public void close() {
    network.close();
  }
}
