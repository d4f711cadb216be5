package dev.tiankong.overview;

import dev.tiankong.metrics.Percentiles;
import java.util.List;
import java.util.Optional;

/**
 * All that the database tells.
 *
 * @param lastHour minute by minute, the running one last
 * @param durations of the batches of today that ended; empty if none has
 */
record Figures(
    Today today, List<Minute> lastHour, Optional<Percentiles> durations, Trouble trouble) {}
