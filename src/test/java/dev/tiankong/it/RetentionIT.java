package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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

  @ArquillianResource Deployer deployer;

  @Deployment(name = WAR, managed = false, testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_forget_an_answer_when_its_time_is_over() throws SQLException {
    List<String> old = Texts.fresh(3);
    List<String> young = Texts.fresh(2);
    deployer.deploy(WAR);
    hits(old);
    age("31 days");
    hits(young);
    deployer.undeploy(WAR);

    deployer.deploy(WAR);
    assertThat(hits(old)).isZero();
    assertThat(hits(young)).isEqualTo(2);
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

    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() -> assertThat(client.get(over).status()).isEqualTo(404));
    assertThat(client.get(kept).status()).isEqualTo(200);
    deployer.undeploy(WAR);
  }

  private static JsonObjectBuilder options(String ttl) {
    return Json.createObjectBuilder().add("ttl", ttl);
  }

  private static Instant time(JsonObject status, String name) {
    return Instant.parse(status.getString(name));
  }

  private static int hits(List<String> texts) {
    Client client = Client.admin();
    JsonObject status = client.finished(client.submit(texts));
    return status.getInt("cacheHits");
  }

  /** Makes all answers that are kept now older. */
  private static void age(String interval) throws SQLException {
    Tables.run("update cached_result set created_at = created_at - interval '" + interval + "'");
  }
}
