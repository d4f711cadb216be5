package dev.tiankong.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time of a chunk's last change is the time of what became of its texts. */
class ChunkTouchedTest {

  private static final String GIVEN_UP_LAST_WEEK =
      """
      insert into batch (
        id, owner, task, options, state, total, failed, created_at, started_at, finished_at
      ) values (
        new_batch_id(), 'ann', 'fill-mask', '{}', 'FAILED', 1, 1,
        now() - interval '7 days', now() - interval '7 days', now() - interval '7 days'
      );
      insert into chunk (
        batch_id, number, first_index, last_index, state, attempt, failed, touched_at
      )
      select id, 0, 0, 0, 'FAILED', 4, 1, finished_at from batch;
      """;

  private static final String IS_OLD =
      "select touched_at < now() - interval '6 days' from chunk order by number";

  @TempDir Path folder;

  @Test
  void should_stay_when_a_chunk_is_discarded_and_move_on_when_it_is_tried_again()
      throws IOException, SQLException {
    try (Cluster cluster = Cluster.migrated(folder)) {
      DataSource application = cluster.application("tiankong");
      Cluster.run(application, GIVEN_UP_LAST_WEEK);

      Cluster.run(application, "update chunk set discarded = true");
      assertThat(Cluster.column(application, IS_OLD)).containsExactly("t");

      Cluster.run(application, "update chunk set state = 'READY', discarded = false");
      assertThat(Cluster.column(application, IS_OLD)).containsExactly("f");
    }
  }
}
