package dev.tiankong.operations;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Tells the other servers how this one is. */
@ApplicationScoped
class NodeReportDuty implements Duty {

  @Inject ThisNode node;
  @Inject Nodes nodes;

  @Override
  public String name() {
    return "report-node";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    nodes.tell(node.now());
  }
}
