package dev.tiankong.metrics;

import java.util.List;

/** Tells how the application's queues stand. */
public interface Queues {

  /** Those that can be looked into; none while the broker is away. */
  List<QueueFigures> figures();
}
