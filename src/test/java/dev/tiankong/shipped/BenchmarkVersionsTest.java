package dev.tiankong.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The benchmarks have a POM of their own, and measure what the product ships. */
class BenchmarkVersionsTest {

  @Test
  void should_measure_the_versions_of_the_product() throws IOException {
    Map<String, String> product = Dependencies.in(Path.of("pom.xml"), "true()");
    Map<String, String> bench = Dependencies.in(Path.of("src/bench/pom.xml"), "true()");
    bench.keySet().removeIf(name -> name.startsWith("org.openjdk.jmh:"));

    assertThat(bench).containsKeys("ai.djl:api", "ai.djl.pytorch:pytorch-jni");
    assertThat(product).containsAllEntriesOf(bench);
  }
}
