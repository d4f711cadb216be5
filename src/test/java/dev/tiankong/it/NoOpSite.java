package dev.tiankong.it;

import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server of its own with a heap of 512 MB, whose model takes no time. */
final class NoOpSite {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** More workers than cores: with no model to compute, they wait for disks most of the time. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "TIANKONG_WORKERS", "8",
          "TIANKONG_JAVA_OPTS", "-Xmx512m",
          "TIANKONG_MAX_BODY", "1073741824");

  private NoOpSite() {}

  /**
   * @param folder its name among the build's
   */
  static Victim start(String folder) throws IOException {
    Victim victim =
        FaultSite.create(
            Path.of(System.getProperty("test.home")).resolveSibling(folder),
            War.asBuilt().addClasses(NoOpTask.class, NoOpTask.class.getDeclaredClasses()[0]),
            SETTINGS);
    victim.startServer(Map.of());
    return victim;
  }

  /**
   * @param batch its path
   * @param rate texts a second, from the first claim to the last result
   */
  record Run(String batch, double rate) {}

  /** Submits so many texts and waits for their results. */
  static Run run(Client client, int size, int round) {
    String batch = submit(client, size, round);
    JsonObject status =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(500))
            .until(() -> client.get(batch).json(), last -> !last.isNull("finishedAt"));
    Duration took =
        Duration.between(
            Instant.parse(status.getString("startedAt")),
            Instant.parse(status.getString("finishedAt")));
    return new Run(batch, size / (took.toNanos() / 1e9));
  }

  /**
   * @param round makes the texts others than those of any round before
   * @return the batch's path
   */
  static String submit(Client client, int size, int round) {
    String lines =
        Stream.iterate(0, i -> i < size, i -> i + 1)
            .map(i -> "\"第" + round + "轮第" + i + "条：这座城市的冬天很冷，人们都[MASK]着厚厚的衣服。\"\n")
            .collect(Collectors.joining());
    Answer answer =
        client.post(
            "/api/v1/batches", lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
    return URI.create(answer.header("Location")).getPath();
  }
}
