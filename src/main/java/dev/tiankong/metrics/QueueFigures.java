package dev.tiankong.metrics;

/**
 * How a queue stands.
 *
 * @param messages all that it holds, those in delivery included
 * @param delivering handed to a consumer, and not yet acknowledged
 * @param paused whether it delivers nothing until somebody resumes it
 */
public record QueueFigures(
    String name, long messages, long delivering, long consumers, boolean paused) {}
