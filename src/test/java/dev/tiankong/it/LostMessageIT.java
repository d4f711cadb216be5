package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What was accepted is worked on and counted, whatever was forgotten on the way. */
@ArquillianTest
class LostMessageIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_send_the_message_again_that_the_broker_lost() throws SQLException {
    String batch = new Books(Tables.source()).text("select new_batch_id()");
    // The rows of a batch that was sent an hour ago, and no message anywhere.
    Tables.run(
        """
        insert into batch (id, owner, task, options, state, total, created_at)
        values ('%1$s', 'admin', 'fill-mask', '{"model": "bert-base-multilingual-cased", "topK": 5, "targets": [], "candidates": "any", "looseMasks": false}', 'QUEUED', 1, now());
        insert into item (batch_id, index, text) values ('%1$s', 0, '%2$s');
        insert into chunk (batch_id, number, first_index, last_index, state, touched_at)
        values ('%1$s', 0, 0, 0, 'QUEUED', now() - interval '1 hour');
        """
            .formatted(batch, Texts.fresh(1).get(0)));

    Client.admin().run("resend-lost-chunks");

    JsonObject status = Client.admin().finished("/api/v1/batches/" + batch);

    assertThat(status.getString("state")).isEqualTo("COMPLETED");
    assertThat(status.getInt("succeeded")).isEqualTo(1);
  }

  @Test
  void should_send_a_chunk_that_nobody_sent() throws SQLException {
    String batch = new Books(Tables.source()).text("select new_batch_id()");
    // As if the chunks that filled the window had ended while this one was on its way into the
    // database: they did not see it, and its submit saw them.
    Tables.run(
        """
        insert into batch (id, owner, task, options, state, total, created_at)
        values (
          '%1$s', 'unlucky', 'fill-mask', '{"model": "bert-base-multilingual-cased", "topK": 5, "targets": [], "candidates": "any", "looseMasks": false}', 'QUEUED', 1, now()
        );
        insert into item (batch_id, index, text) values ('%1$s', 0, '%2$s');
        insert into chunk (batch_id, number, first_index, last_index, state)
        values ('%1$s', 0, 0, 0, 'READY');
        """
            .formatted(batch, Texts.fresh(1).get(0)));

    Client.admin().run("refill-stuck-windows");

    JsonObject status = Client.admin().finished("/api/v1/batches/" + batch);

    assertThat(status.getString("state")).isEqualTo("COMPLETED");
    assertThat(status.getInt("succeeded")).isEqualTo(1);
  }

  @Test
  void should_count_results_that_a_server_kept_and_did_not_come_to_count() throws SQLException {
    String batch = new Books(Tables.source()).text("select new_batch_id()");
    insertUncounted(batch, "RUNNING");

    Client.admin().run("count-pending-results");

    JsonObject status = Client.admin().finished("/api/v1/batches/" + batch);

    assertThat(status.getString("state")).isEqualTo("COMPLETED");
    assertThat(status.getInt("succeeded")).isEqualTo(1);
  }

  @Test
  void should_count_the_results_of_one_batch_though_those_of_others_cannot_be()
      throws SQLException {
    Books books = new Books(Tables.source());
    List<String> complete = new ArrayList<>();
    try {
      // Several, because nothing says which of all is counted first.
      for (int i = 0; i < 6; i++) {
        complete.add(books.text("select new_batch_id()"));
        insertUncounted(complete.get(i), "COMPLETED");
      }
      String batch = books.text("select new_batch_id()");
      insertUncounted(batch, "RUNNING");

      JsonObject run =
          Client.admin()
              .post("/api/v1/duties/count-pending-results/run", "")
              .ok()
              .getJsonObject("last");
      JsonObject status = Client.admin().finished("/api/v1/batches/" + batch);

      assertThat(run.getString("outcome")).isEqualTo("FAILED");
      assertThat(run.getString("error")).contains("(and 5 more)");

      assertThat(status.getString("state")).isEqualTo("COMPLETED");
    } finally {
      for (String batch : complete) {
        Tables.run("delete from batch where id = '%s'".formatted(batch));
      }
    }
  }

  /** A batch of one text, which has its result, in a chunk whose end the batch does not know of. */
  private static void insertUncounted(String batch, String state) throws SQLException {
    Tables.run(
        """
        insert into batch (
          id, owner, task, options, state, total, succeeded, created_at, started_at, finished_at
        ) values (
          '%1$s', 'admin', 'fill-mask', '{"model": "bert-base-multilingual-cased", "topK": 5, "targets": [], "candidates": "any", "looseMasks": false}', '%2$s', 1,
          ('%2$s' = 'COMPLETED')::int, now(), now(), case '%2$s' when 'COMPLETED' then now() end
        );
        insert into item (batch_id, index, text) values ('%1$s', 0, '中国的首都是北[MASK]。');
        insert into item_result (batch_id, index, state, answer)
        values (
          '%1$s', 0, 'SUCCEEDED',
          '{"masks": [{"position": 7, "length": 6, "tokens": ["京"], "scores": [0.84]}]}'
        );
        insert into chunk (
          batch_id, number, first_index, last_index, state, attempt, succeeded, counted
        ) values ('%1$s', 0, 0, 0, 'DONE', 1, 1, false);
        """
            .formatted(batch, state));
  }
}
