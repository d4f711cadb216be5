package dev.tiankong.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tiankong.inference.Architecture;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantizationTest {

  private static final int WIDTH = 10_000;

  @Test
  void should_keep_every_weight_to_half_a_step() {
    float[] weights = random();
    Quantized quantized = quantize(weights);
    for (int i = 0; i < WIDTH; i++) {
      assertThat(quantized.levels[i] * quantized.step)
          .isCloseTo(weights[i], within(quantized.step * 0.501f));
    }
    assertThat(quantized.bias).isEqualTo(7);
    float sum = 0;
    for (float level : quantized.levels) {
      assertThat(level).isBetween(-127f, 127f).isEqualTo(Math.round(level));
      sum += level;
    }
    assertThat(quantized.sum).isCloseTo(sum * quantized.step, within(1e-2f));
  }

  @Test
  void should_cut_down_a_single_large_weight_for_the_sake_of_all_others() {
    float[] weights = random();
    weights[17] = 1.1f;
    Quantized quantized = quantize(weights);
    assertThat(quantized.step).isBetween(0.7f * 1.1f / 127, 1.06f / 127);
    assertThat(quantized.levels[17]).isEqualTo(127);
  }

  @Test
  void should_bear_a_row_of_nothing() {
    assertThat(quantize(new float[WIDTH]).levels).containsOnly(0);
  }

  private static float[] random() {
    Random random = new Random(5);
    float[] weights = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      weights[i] = random.nextFloat(-1, 1);
    }
    return weights;
  }

  private record Quantized(float[] levels, float bias, float step, float sum) {}

  private static Quantized quantize(float[] weights) {
    Tensor weight = new Tensor("w", List.of(1, WIDTH), i -> weights[i]);
    Tensor bias = new Tensor("b", List.of(1), i -> 7);
    Bert bert =
        new Bert(
            new Architecture(1, WIDTH, 1, 1, 1),
            1,
            0,
            Map.of(),
            Map.of("up_weight", List.of(weight), "up_bias", List.of(bias)));
    var layers = Quantization.of(bert).layers();
    Tensor levels = layers.get("up_weight").get(0);
    Tensor three = layers.get("up_bias").get(0);
    assertThat(three.shape()).containsExactly(3, 1);
    float[] all = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      all[i] = levels.values().at(i);
    }
    return new Quantized(all, three.values().at(0), three.values().at(1), three.values().at(2));
  }
}
