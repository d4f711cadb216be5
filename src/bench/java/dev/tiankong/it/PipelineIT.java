package dev.tiankong.it;

import static org.awaitility.Awaitility.await;

import dev.tiankong.local.Victim;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast batches of different sizes go through a server with a heap of 512 MB, whose model
 * takes no time, and how fast a million results go out.
 */
class PipelineIT {

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);

  /** More workers than cores: with no model to compute, they wait for disks most of the time. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "TIANKONG_WORKERS", "8",
          "TIANKONG_JAVA_OPTS", "-Xmx512m",
          "TIANKONG_MAX_BODY", "1073741824");

  private static final String ROOM =
      """
      select string_agg(format('%s %s MB', name, megabytes), ', ')
      from (
        select
          regexp_replace(relname, '_[0-9]{8}$', '') as name,
          sum(pg_total_relation_size(oid)) / 1000000 as megabytes
        from pg_class
        where relkind = 'r' and relnamespace = 'public'::regnamespace
        group by 1
        having sum(pg_total_relation_size(oid)) > 1000000
        order by 2 desc
      ) tables
      """;

  @Test
  void should_show_items_per_second_for_batches_of_all_sizes() throws Exception {
    Path folder = Path.of(System.getProperty("test.home")).resolveSibling("pipeline-home");
    try (Victim victim =
        FaultSite.create(
            folder,
            War.asBuilt().addClasses(NoOpTask.class, NoOpTask.class.getDeclaredClasses()[0]),
            SETTINGS)) {
      victim.startServer(Map.of());
      Client client = Client.admin(victim.uri());
      Books books = new Books(victim.database());
      // Until the server is as fast as it gets.
      run(client, 300_000, 0);
      String last = null;
      for (int size : SIZES) {
        int rounds = Math.max(1, Math.min(21, 200_000 / size));
        Run[] runs = new Run[rounds];
        books.clear();
        for (int round = 0; round < rounds; round++) {
          runs[round] = run(client, size, round + 1);
          last = runs[round].batch();
        }
        double[] rates = Stream.of(runs).mapToDouble(Run::rate).sorted().toArray();
        System.out.printf(
            "%,9d texts   %,7.0f a second   (%d rounds, %,.0f to %,.0f)%n",
            size, rates[rounds / 2], rounds, rates[0], rates[rounds - 1]);
      }
      System.out.println("A million texts take: " + books.text(ROOM));
      new ExportMeasure(victim, last).print(SIZES.get(SIZES.size() - 1));
    }
  }

  private record Run(String batch, double rate) {}

  private static Run run(Client client, int size, int round) {
    String lines =
        Stream.iterate(0, i -> i < size, i -> i + 1)
            .map(i -> "\"第" + round + "轮第" + i + "条：这座城市的冬天很冷，人们都[MASK]着厚厚的衣服。\"\n")
            .collect(Collectors.joining());
    Answer answer =
        client.post(
            "/api/v1/batches", lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
    String batch = URI.create(answer.header("Location")).getPath();
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
}
