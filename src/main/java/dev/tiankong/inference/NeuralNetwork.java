package dev.tiankong.inference;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The neural network. Safe for concurrent use: its weights never change, and all that a run
 * allocates hangs on a manager of its own.
 */
final class NeuralNetwork implements AutoCloseable {

  private static final String ENGINE = "PyTorch";

  private final Model model;
  private final Consumer<ForwardPass> passes;

  private NeuralNetwork(Model model, Consumer<ForwardPass> passes) {
    this.model = model;
    this.passes = passes;
  }

  /**
   * @param passes hears of each run
   */
  static NeuralNetwork load(Path weights, Consumer<ForwardPass> passes) throws IOException {
    Model model = Model.newInstance(weights.getFileName().toString(), Device.cpu(), ENGINE);
    try {
      model.load(weights.getParent(), weights.getFileName().toString());
      return new NeuralNetwork(model, passes);
    } catch (MalformedModelException e) {
      model.close();
      throw new IOException(weights + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  /**
   * Ranks tokens for every mask of a group.
   *
   * @param group longest text first
   * @return one ranking per mask, text after text
   */
  List<Ranking> rank(List<TokenizedText> group, CandidateFilter choice) {
    try (NDManager manager = model.getNDManager().newSubManager()) {
      NDList inputs = inputs(group, choice, manager);
      long start = System.nanoTime();
      NDList outputs = model.getBlock().forward(new ParameterStore(), inputs, false);
      passes.accept(ForwardPass.of(group, Duration.ofNanos(System.nanoTime() - start)));
      return rankings(outputs.get(0), outputs.get(1));
    }
  }

  private static NDList inputs(
      List<TokenizedText> group, CandidateFilter choice, NDManager manager) {
    int width = group.get(0).length();
    long[] ids = new long[group.size() * width];
    long[] lengths = new long[group.size()];
    long[] masks = new long[group.stream().mapToInt(text -> text.masks().length).sum()];
    int mask = 0;
    for (int row = 0; row < group.size(); row++) {
      TokenizedText text = group.get(row);
      System.arraycopy(text.ids(), 0, ids, row * width, text.length());
      lengths[row] = text.length();
      for (int column : text.masks()) {
        masks[mask++] = (long) row * width + column;
      }
    }
    return new NDList(
        manager.create(ids, new Shape(group.size(), width)),
        manager.create(lengths),
        manager.create(masks),
        manager.create((long) choice.ranked()),
        manager.create(choice.among()));
  }

  private static List<Ranking> rankings(NDArray ids, NDArray probabilities) {
    int width = (int) ids.size(1);
    long[] allIds = ids.toLongArray();
    float[] allProbabilities = probabilities.toFloatArray();
    List<Ranking> rankings = new ArrayList<>();
    for (int start = 0; start < allIds.length; start += width) {
      rankings.add(
          new Ranking(
              Arrays.copyOfRange(allIds, start, start + width),
              Arrays.copyOfRange(allProbabilities, start, start + width)));
    }
    return rankings;
  }

  @Override
  public void close() {
    model.close();
  }
}
