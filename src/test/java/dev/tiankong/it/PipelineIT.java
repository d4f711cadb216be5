package dev.tiankong.it;

import dev.tiankong.local.Victim;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast batches of different sizes go through a server with a heap of 512 MB, whose model
 * takes no time, and how fast a million results go out.
 */
@Tag("on-request")
@Tag("alone")
class PipelineIT {

  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000, 1_000_000);

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
    try (Victim victim = NoOpSite.start("pipeline-home")) {
      Client client = Client.admin(victim.uri());
      Books books = new Books(victim.database());
      // Until the server is as fast as it gets.
      NoOpSite.run(client, 300_000, 0);
      String last = null;
      for (int size : SIZES) {
        int rounds = Math.max(1, Math.min(21, 500_000 / size));
        NoOpSite.Run[] runs = new NoOpSite.Run[rounds];
        books.clear();
        for (int round = 0; round < rounds; round++) {
          runs[round] = NoOpSite.run(client, size, round + 1);
          last = runs[round].batch();
        }
        double[] rates = Stream.of(runs).mapToDouble(NoOpSite.Run::rate).sorted().toArray();
        System.out.printf(
            "%,9d texts   %,7.0f a second   (%d rounds, %,.0f to %,.0f)%n",
            size, rates[rounds / 2], rounds, rates[0], rates[rounds - 1]);
      }
      System.out.println("A million texts take: " + books.text(ROOM));
      new ExportMeasure(victim, last).print(SIZES.get(SIZES.size() - 1));
    }
  }
}
