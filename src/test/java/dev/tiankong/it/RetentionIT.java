package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** How long batches are kept, and answers for later ones. */
@ArquillianTest
class RetentionIT {

  private static final String WAR = "war";

  private static final String OLD_BATCH = "/api/v1/batches/01990000-0000-7000-8000-000000000000";

  private static final String LONG_AGO =
      """
      select add_day('2025-08-30'), add_day('2025-08-31');
      insert into batch (
        id, owner, task, options, state, total, failed, created_at, started_at, finished_at
      ) values (
        '01990000-0000-7000-8000-000000000000', 'admin', 'fill-mask', '{"model": "any", "topK": 5}', 'FAILED', 1, 1,
        now(), now(), now()
      );
      insert into item (batch_id, index, text)
      values ('01990000-0000-7000-8000-000000000000', 0, 'no mask');
      insert into item_result (batch_id, index, state, error_code, error_message)
      values ('01990000-0000-7000-8000-000000000000', 0, 'FAILED', 'NO_MASK', 'There is none.');
      """;

  /** Nothing is left of the day before. */
  private static final String SWEPT = "select to_regclass('item_result_20250830') is null";

  private static final String DAY =
      "select coalesce(to_regclass('item_20250831'), to_regclass('item_result_20250831'))";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @ArquillianResource Deployer deployer;

  private final Books books = new Books(Tables.source());

  @Deployment(name = WAR, managed = false, testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_forget_where_an_answer_is_when_its_time_is_over() throws SQLException {
    List<String> young = Texts.fresh(2);
    deployer.deploy(WAR);
    client().finished(client().submit(Texts.fresh(3)));
    Tables.run(
        "update known_answer set batch_id = least_batch_id(now() - interval '31 days') where index = 2");
    client().finished(client().submit(young));

    client().run("delete-old-answers");
    assertThat(books.number("select count(*) from known_answer where index = 2")).isZero();
    assertThat(hits(young)).isEqualTo(2);
    deployer.undeploy(WAR);
  }

  @Test
  void should_give_no_answers_of_a_deleted_batch() {
    List<String> texts = Texts.fresh(2);
    deployer.deploy(WAR);
    String batch = client().submit(texts);
    client().finished(batch);
    assertThat(client().delete(batch).status()).isEqualTo(204);

    assertThat(hits(texts)).isZero();
    assertThat(hits(texts)).isEqualTo(2);
    deployer.undeploy(WAR);
  }

  @Test
  void should_drop_a_day_with_its_last_batch() throws SQLException {
    deployer.deploy(WAR);
    Tables.run(LONG_AGO);

    client().run("reclaim-storage");
    assertThat(books.text(SWEPT)).isEqualTo("t");
    assertThat(books.text(DAY)).as("a batch of that day is left").isNotNull();
    assertThat(client().delete(OLD_BATCH).status()).isEqualTo(204);
    deployer.undeploy(WAR);

    // The start runs it, too: whoever reads a day in a transaction is waited for, but not by the
    // start.
    try (Connection reader = Tables.source().getConnection()) {
      reader.setAutoCommit(false);
      reader.createStatement().execute("select from item limit 1");
      deployer.deploy(WAR);
      assertThat(books.text(DAY)).as("somebody reads").isNotNull();
    }
    await().atMost(PATIENCE).until(() -> books.text(DAY) == null);
    deployer.undeploy(WAR);
  }

  @Test
  void should_erase_the_texts_of_a_deleted_batch_from_a_day_that_is_kept() throws SQLException {
    deployer.deploy(WAR);
    String batch = client().submit(Texts.fresh(3));
    client().finished(batch);
    assertThat(client().delete(batch).status()).isEqualTo(204);
    String id = batch.substring(batch.lastIndexOf('/') + 1);
    String rows =
        "select count(*) from item left join item_result using (batch_id, index) where batch_id = '"
            + id
            + "'";
    assertThat(books.number(rows)).isEqualTo(3);
    Tables.run("update discarded_batch set discarded_at = now() - interval '49 hours'");

    client().run("reclaim-storage");
    assertThat(books.number("select count(*) from discarded_batch")).isZero();
    assertThat(books.number(rows)).isZero();
    deployer.undeploy(WAR);
  }

  @Test
  void should_delete_a_batch_with_all_it_had_when_its_time_is_over() throws SQLException {
    deployer.deploy(WAR);
    Client client = Client.admin();
    String kept = client.submit(Texts.fresh(1), options("PT1H"));
    String over = client.submit(Texts.fresh(1), options("PT1H"));
    JsonObject status = client.finished(over);
    client.finished(kept);
    assertThat(Duration.between(time(status, "finishedAt"), time(status, "expiresAt")))
        .isEqualTo(Duration.ofHours(1));

    String id = over.substring(over.lastIndexOf('/') + 1);
    Tables.run(
        """
        update batch set finished_at = finished_at - interval '2 hours',
          expires_at = expires_at - interval '2 hours'
        where id = '%s'
        """
            .formatted(id));

    client.run("delete-expired-batches");

    assertThat(client.get(over).status()).isEqualTo(404);
    assertThat(client.get(kept).status()).isEqualTo(200);
    deployer.undeploy(WAR);
  }

  private static JsonObjectBuilder options(String ttl) {
    return Json.createObjectBuilder().add("ttl", ttl);
  }

  private static Instant time(JsonObject status, String name) {
    return Instant.parse(status.getString(name));
  }

  private static Client client() {
    return Client.admin();
  }

  private static int hits(List<String> texts) {
    JsonObject status = client().finished(client().submit(texts));
    return status.getInt("cacheHits");
  }
}
