package dev.tiankong.overview;

import static dev.tiankong.overview.Rows.number;

import dev.tiankong.metrics.Percentiles;
import dev.tiankong.overview.Today.Attempts;
import dev.tiankong.overview.Today.Items;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks the database, about batches and chunks only: texts and results are too many. */
@ApplicationScoped
class ReadFigures {

  @Inject Rows rows;
  @Inject ReadTrouble readTrouble;
  @Inject Clock clock;

  /**
   * @param owner whose batches count; empty for everybody's
   * @param zone where today is the day that counts
   */
  Figures of(Optional<String> owner, ZoneId zone) {
    String name = owner.orElse(null);
    Instant midnight = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    return new Figures(
        today(midnight, name), lastHour(name), durations(midnight, name), readTrouble.of(name));
  }

  private Today today(Instant midnight, String owner) {
    List<Tuple> states =
        rows.of(
            """
            select
              state, count(*) as batches, sum(total) as total, sum(succeeded) as succeeded,
              sum(failed) as failed, sum(cancelled) as cancelled, sum(cache_hits) as cache_hits,
              sum(attempts) as attempts, sum(retries) as retries
            from batch
            where created_at >= :midnight and (cast(:owner as text) is null or owner = :owner)
            group by state
            """,
            Map.of("midnight", midnight),
            owner);
    Map<String, Long> batches = new TreeMap<>();
    Items items = Items.NONE;
    Attempts attempts = Attempts.NONE;
    for (Tuple state : states) {
      batches.put(state.get("state", String.class), number(state, "batches"));
      items =
          items.plus(
              new Items(
                  number(state, "total"),
                  number(state, "succeeded"),
                  number(state, "failed"),
                  number(state, "cancelled"),
                  number(state, "cache_hits")));
      attempts = attempts.plus(new Attempts(number(state, "attempts"), number(state, "retries")));
    }
    return new Today(midnight, batches, items, attempts);
  }

  /** By the database's clock, which says when chunks end. */
  private List<Minute> lastHour(String owner) {
    List<Tuple> minutes =
        rows.of(
            """
            select
              cast(extract(epoch from minute) as bigint) as start,
              coalesce(ended.succeeded, 0) as succeeded,
              coalesce(ended.failed, 0) as failed
            from generate_series(
              date_trunc('minute', now()) - interval '59 minutes',
              date_trunc('minute', now()),
              interval '1 minute'
            ) minute
            left join (
              select
                date_trunc('minute', touched_at) as minute,
                sum(succeeded + recalled) as succeeded,
                sum(failed) as failed
              from chunk c
              where state in ('DONE', 'FAILED')
                and touched_at >= date_trunc('minute', now()) - interval '59 minutes'
                and (
                  cast(:owner as text) is null
                    or exists (select from batch where id = c.batch_id and owner = :owner)
                )
              group by 1
            ) ended using (minute)
            order by start
            """,
            Map.of(),
            owner);
    return minutes.stream()
        .map(
            row ->
                new Minute(
                    Instant.ofEpochSecond(number(row, "start")),
                    number(row, "succeeded"),
                    number(row, "failed")))
        .toList();
  }

  private Optional<Percentiles> durations(Instant midnight, String owner) {
    Tuple row =
        rows.of(
                """
                select times[1] as p50, times[2] as p95, times[3] as p99
                from (
                  select
                    percentile_cont(array[0.5, 0.95, 0.99]) within group (
                      -- One that waited for its time was not slow.
                      order by extract(epoch from finished_at - greatest(created_at, not_before))
                    ) as times
                  from batch
                  where created_at >= :midnight
                    and state in ('COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED')
                    and (cast(:owner as text) is null or owner = :owner)
                ) ended
                """,
                Map.of("midnight", midnight),
                owner)
            .get(0);
    return row.get("p50") == null
        ? Optional.empty()
        : Optional.of(
            new Percentiles(
                row.get("p50", Double.class),
                row.get("p95", Double.class),
                row.get("p99", Double.class)));
  }
}
