package dev.tiankong.overview;

import static dev.tiankong.overview.Rows.number;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Looks in the database for what should not be. */
@ApplicationScoped
class ReadTrouble {

  private static final Duration NO_WORKER_FOR = Duration.ofSeconds(60);
  private static final Duration NO_PROGRESS_FOR = Duration.ofMinutes(10);

  @Inject Rows rows;

  /**
   * @param owner whose batches count; null for everybody's
   */
  Trouble of(String owner) {
    return new Trouble(isUntouched(), givenUp(owner), stalled(owner));
  }

  /** Of everybody's, since workers make no difference. */
  private boolean isUntouched() {
    return rows.of(
            """
                with recently as (select now() - make_interval(secs => :seconds) as since)
                select
                  exists (
                    select from chunk, recently where state = 'QUEUED' and touched_at < since
                  )
                  and not exists (
                    select from chunk, recently
                    where state = 'QUEUED' and attempt > 0 and touched_at >= since
                  )
                  and not exists (
                    select from chunk, recently
                    where state in ('DONE', 'FAILED') and touched_at >= since
                  ) as untouched
                """,
            Map.of("seconds", NO_WORKER_FOR.toSeconds()))
        .get(0)
        .get("untouched", Boolean.class);
  }

  private long givenUp(String owner) {
    return number(
        rows.of(
                """
                select count(*) as chunks
                from dead_letter d
                where cast(:owner as text) is null
                  or exists (select from batch where id = d.batch_id and owner = :owner)
                """,
                Map.of(),
                owner)
            .get(0),
        "chunks");
  }

  private List<String> stalled(String owner) {
    return rows
        .of(
            """
            select cast(id as text) as id
            from batch b
            where state = 'RUNNING' and (cast(:owner as text) is null or owner = :owner)
              and (select max(touched_at) from chunk where batch_id = b.id)
                < now() - make_interval(secs => :seconds)
            order by created_at
            limit 5
            """,
            Map.of("seconds", NO_PROGRESS_FOR.toSeconds()),
            owner)
        .stream()
        .map(row -> row.get("id", String.class))
        .toList();
  }
}
