package dev.tiankong.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what the server's process holds in memory after each of ten redeployments. */
@ArquillianTest
@Tag("on-request")
@Tag("alone")
class RedeployMemoryIT {

  private static final String WAR = "war";
  private static final int DEPLOYMENTS = 11;

  @ArquillianResource Deployer deployer;

  @Deployment(name = WAR, managed = false, testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @Test
  void should_show_how_the_server_grows_over_ten_redeployments() throws IOException {
    for (int deployment = 1; deployment <= DEPLOYMENTS; deployment++) {
      deployer.deploy(WAR);
      String batch = Client.admin().submit(List.of(Texts.CAPITAL));
      Client.admin().finished(batch);
      long filling = resident();
      deployer.undeploy(WAR);
      System.out.println(
          "deployment %2d   %,d kB with the model   %,d kB without it"
              .formatted(deployment, filling, resident()));
    }
  }

  /** Of the largest process that this one started: the server. Its shell script is small. */
  private static long resident() throws IOException {
    long largest = 0;
    for (ProcessHandle started : ProcessHandle.current().descendants().toList()) {
      largest = Math.max(largest, resident(started));
    }
    return largest;
  }

  private static long resident(ProcessHandle process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    }
  }
}
