package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
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
        insert into batch (id, owner, task, model, top_k, state, total, created_at)
        values ('%1$s', 'admin', 'fill-mask', 'bert-base-multilingual-cased', 5, 'QUEUED', 1, now());
        insert into item (batch_id, index, text) values ('%1$s', 0, '%2$s');
        insert into chunk (batch_id, number, first_index, last_index, state, touched_at)
        values ('%1$s', 0, 0, 0, 'QUEUED', now() - interval '1 hour');
        """
            .formatted(batch, Texts.fresh(1).get(0)));

    JsonObject status = Client.admin().finished("/api/v1/batches/" + batch);

    assertThat(status.getString("state")).isEqualTo("COMPLETED");
    assertThat(status.getInt("succeeded")).isEqualTo(1);
  }

  @Test
  void should_count_results_that_a_server_kept_and_did_not_come_to_count() throws SQLException {
    String batch = new Books(Tables.source()).text("select new_batch_id()");
    Tables.run(
        """
        insert into batch (
          id, owner, task, model, top_k, state, total, created_at, started_at
        ) values (
          '%1$s', 'admin', 'fill-mask', 'bert-base-multilingual-cased', 5, 'RUNNING', 1, now(), now()
        );
        insert into item (batch_id, index, text) values ('%1$s', 0, '中国的首都是北[MASK]。');
        insert into item_result (batch_id, index, state, mask_positions, tokens, scores)
        values ('%1$s', 0, 'SUCCEEDED', '{7}', '{京}', '{0.84}');
        insert into chunk (
          batch_id, number, first_index, last_index, state, attempt, succeeded, counted
        ) values ('%1$s', 0, 0, 0, 'DONE', 1, 1, false);
        """
            .formatted(batch));

    JsonObject status = Client.admin().finished("/api/v1/batches/" + batch);

    assertThat(status.getString("state")).isEqualTo("COMPLETED");
    assertThat(status.getInt("succeeded")).isEqualTo(1);
  }
}
