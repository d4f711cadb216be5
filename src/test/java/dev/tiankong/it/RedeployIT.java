package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Native libraries load once in a JVM: a second deployment must find them, not load them again. */
@ArquillianTest
@Tag("alone")
@Tag("long")
class RedeployIT {

  private static final String WAR = "war";

  @ArquillianResource Deployer deployer;

  @Deployment(name = WAR, managed = false, testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_fill_masks_after_each_of_ten_deployments_in_one_server() {
    for (int deployment = 1; deployment <= 10; deployment++) {
      deployer.deploy(WAR);
      String batch = Client.admin().submit(Texts.fresh(1));

      assertThat(Client.admin().finished(batch).getString("state"))
          .as("deployment %d", deployment)
          .isEqualTo("COMPLETED");
      deployer.undeploy(WAR);
    }
  }

  @Test
  void should_protect_what_the_server_answers_without_the_application() throws IOException {
    String answer = RawRequest.of("GET", "/api/v1/models", "127.0.0.1").send();

    assertThat(answer).startsWith("HTTP/1.1 404 ");
    HeadersIT.assertProtected(answer);
  }
}
