package dev.tiankong.it;

import java.util.Set;
import org.jboss.arquillian.container.spi.Container;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.core.api.Event;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.shrinkwrap.api.ArchivePath;

/**
 * Leaves a WAR deployed for the next class of tests that has the same one. A deployment takes
 * longer than the tests of many classes.
 */
final class KeepDeployed {

  @Inject private Event<UnDeployDeployment> undeploys;

  private Container container;
  private Deployment kept;

  /** A class that deploys nothing at first must find nothing. */
  void prepare(
      @Observes EventContext<DeployManagedDeployments> event, DeploymentScenario scenario) {
    if (scenario.managedDeploymentsInDeployOrder().isEmpty()) {
      undeployKept();
    }
    event.proceed();
  }

  void deploy(@Observes EventContext<DeployDeployment> event) {
    Deployment deployment = event.getEvent().getDeployment();
    if (kept != null && content(kept).equals(content(deployment))) {
      deployment.deployed();
      return;
    }
    undeployKept();
    event.proceed();
    if (deployment.getDescription().managed() && !deployment.hasDeploymentError()) {
      container = event.getEvent().getContainer();
      kept = deployment;
    }
  }

  void undeploy(@Observes EventContext<UnDeployDeployment> event) {
    if (kept == null) {
      event.proceed();
    } else {
      event.getEvent().getDeployment().undeployed();
    }
  }

  private void undeployKept() {
    if (kept != null) {
      Deployment undeployed = kept;
      kept = null;
      undeploys.fire(new UnDeployDeployment(container, undeployed));
    }
  }

  /** All of them are made from one WAR, and differ by what was added. */
  private static Set<ArchivePath> content(Deployment deployment) {
    return deployment.getDescription().getArchive().getContent().keySet();
  }
}
