package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The application goes and comes back in one running server, with work in its hands. */
@ArquillianTest
@Tag("alone")
class RedeployFaultIT {

  private static final String WAR = "war under load";

  @ArquillianResource Deployer deployer;

  @Deployment(name = WAR, managed = false, testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  @Tag("slow")
  void should_lose_nothing_in_ten_redeployments_under_load() throws Exception {
    Books books = new Books(Tables.source());
    deployer.deploy(WAR);
    books.clear();
    for (int redeployment = 1; redeployment <= 10; redeployment++) {
      Client.admin().submit(Texts.fresh(500));
      long before = books.number("select count(*) from item_result");
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> books.number("select count(*) from item_result") > before);
      deployer.undeploy(WAR);
      deployer.deploy(WAR);
    }

    books.close("ten redeployments");
    assertThat(books.number("select sum(succeeded) from batch")).isEqualTo(5_000);
    deployer.undeploy(WAR);
  }
}
