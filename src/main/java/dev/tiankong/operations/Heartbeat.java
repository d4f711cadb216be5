package dev.tiankong.operations;

import dev.tiankong.outage.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells the other servers how this one is: at the start, and every ten seconds. */
@Singleton
@Startup
// What it calls has transactions of its own.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Heartbeat {

  @Inject ThisNode node;
  @Inject Nodes nodes;

  @PostConstruct
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void tell() {
    Outage.skips(() -> nodes.tell(node.now()));
  }
}
