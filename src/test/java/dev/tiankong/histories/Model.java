package dev.tiankong.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.batch.BatchState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What must be true of the database whenever somebody looks, whoever is at what. */
final class Model {

  private static final String ROWS =
      """
      select
        b.id, b.state, b.total, b.succeeded, b.failed, b.cancelled, r.succeeded, r.failed,
        c.succeeded, c.failed, c.open, c.uncounted
      from batch b
      cross join lateral (
        select
          count(*) filter (where state = 'SUCCEEDED') as succeeded,
          count(*) filter (where state = 'FAILED') as failed
        from item_result where batch_id = b.id
      ) r
      cross join lateral (
        select
          coalesce(sum(succeeded) filter (where not counted), 0)
            + coalesce(sum(recalled) filter (where not counted or state in ('READY', 'QUEUED')), 0)
            as succeeded,
          coalesce(sum(failed) filter (where not counted), 0) as failed,
          count(*) filter (where state in ('READY', 'QUEUED')) as open,
          count(*) filter (where not counted) as uncounted
        from chunk where batch_id = b.id
      ) c
      """;

  /** Texts that are worked on, and not in exactly one chunk that was not split. */
  private static final String ASTRAY =
      """
      select count(*)
      from item i join batch b on b.id = i.batch_id
      left join item_result r using (batch_id, index)
      where i.same_as is null and r.error_code is distinct from 'REFUSED'
        and 1 <> (
          select count(*) from chunk c
          where c.batch_id = i.batch_id and c.state <> 'SPLIT'
            and i.index between c.first_index and c.last_index
        )
      """;

  private static final String HELD =
      """
      select count(*)
      from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and a.backend_type = 'client backend' and pid <> pg_backend_pid()
        and l.locktype <> 'virtualxid'
      """;

  /** How a batch may go on; two looks can be several steps apart. */
  private static final Map<BatchState, Set<BatchState>> AFTER = new EnumMap<>(BatchState.class);

  static {
    Set<BatchState> any = Set.of(BatchState.values());
    for (BatchState open : any) {
      AFTER.put(open, any);
    }
    AFTER.put(BatchState.CANCELLED, Set.of(BatchState.CANCELLED));
    AFTER.put(BatchState.COMPLETED, Set.of(BatchState.COMPLETED));
  }

  private record Row(
      BatchState state,
      int total,
      int succeeded,
      int failed,
      int cancelled,
      int succeededRows,
      int failedRows,
      int succeededYetToCount,
      int failedYetToCount,
      int open,
      int uncounted) {

    void check() {
      assertThat(succeeded + succeededYetToCount)
          .as("succeeded of %s", this)
          .isEqualTo(succeededRows);
      assertThat(failed + failedYetToCount).as("failed of %s", this).isEqualTo(failedRows);
      if (state.isFinal()) {
        assertThat(open).as("open chunks of %s", this).isZero();
        assertThat(uncounted).as("uncounted chunks of %s", this).isZero();
        assertThat(succeeded + failed + cancelled).as("texts of %s", this).isEqualTo(total);
      }
    }

    void checkAfter(Row before) {
      assertThat(AFTER.get(before.state)).as("what may follow %s", before).contains(state);
      if (before.state == BatchState.CANCELLED || before.state == BatchState.COMPLETED) {
        assertThat(this).isEqualTo(before);
      }
    }
  }

  private final PreparedStatement rows;
  private final World world;
  private Map<UUID, Row> before = Map.of();

  Model(World world) {
    this.world = world;
    rows = world.prepared(ROWS);
  }

  /** Returns what is new. */
  List<String> check() throws SQLException {
    Map<UUID, Row> now = read();
    List<String> news = new ArrayList<>();
    for (Map.Entry<UUID, Row> entry : now.entrySet()) {
      Row row = entry.getValue();
      Row earlier = before.get(entry.getKey());
      if (!row.equals(earlier)) {
        news.add("  " + row);
      }
      row.check();
      if (earlier != null) {
        row.checkAfter(earlier);
      }
    }
    before = now;
    return news;
  }

  boolean isAllOver() {
    return before.values().stream().allMatch(row -> row.state().isFinal());
  }

  void checkEnd() throws SQLException {
    check();
    assertThat(world.number(ASTRAY)).as("texts in no chunk, or in two").isZero();
    assertThat(world.number(HELD)).as("locks that are held").isZero();
  }

  private Map<UUID, Row> read() throws SQLException {
    Map<UUID, Row> found = new HashMap<>();
    try (ResultSet answer = rows.executeQuery()) {
      while (answer.next()) {
        found.put(
            answer.getObject(1, UUID.class),
            new Row(
                BatchState.valueOf(answer.getString(2)),
                answer.getInt(3),
                answer.getInt(4),
                answer.getInt(5),
                answer.getInt(6),
                answer.getInt(7),
                answer.getInt(8),
                answer.getInt(9),
                answer.getInt(10),
                answer.getInt(11),
                answer.getInt(12)));
      }
    }
    return found;
  }
}
