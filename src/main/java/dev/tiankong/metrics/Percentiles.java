package dev.tiankong.metrics;

/** How long the middle one, and the slowest twentieth and hundredth took at least, in seconds. */
public record Percentiles(double p50, double p95, double p99) {}
