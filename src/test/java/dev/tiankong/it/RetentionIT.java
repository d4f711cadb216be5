package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** How long answers are kept for later batches. */
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
