package dev.tiankong.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The queues of the broker in this server, as the server's own management has them. */
@ApplicationScoped
class ServerQueues implements Queues {

  private static final List<String> NAMES =
      List.of(
          "tiankong.work",
          "tiankong.dead",
          "tiankong.submit",
          "tiankong.submit.dead",
          "tiankong.webhooks");

  @Override
  public List<QueueFigures> figures() {
    return NAMES.stream().flatMap(name -> figures(name).stream()).toList();
  }

  private static Optional<QueueFigures> figures(String name) {
    ServerResource queue =
        new ServerResource("subsystem=messaging-activemq,server=default,jms-queue=" + name);
    return queue
        .numbers("messageCount", "deliveringCount", "consumerCount")
        .map(
            numbers ->
                new QueueFigures(
                    name,
                    numbers.get(0).longValue(),
                    numbers.get(1).longValue(),
                    numbers.get(2).intValue()));
  }
}
