package dev.tiankong.metrics;

import java.util.List;

/** Tells how the application's queues stand, at little cost: whoever scrapes asks often. */
public interface WatchedQueues {

  /** By name, not more than half a minute old; none while the broker is away. */
  List<QueueFigures> figures();
}
