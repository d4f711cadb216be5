package dev.tiankong.metrics;

/** Figures that somebody else has to be asked for, right before they are handed out. */
interface MetricSample {

  /** Leaves out what cannot be had at present. */
  void take();
}
