package dev.tiankong.duties;

import java.time.Duration;
import java.time.Instant;

/**
 * A run of a duty that has ended; also an event, for whoever counts them.
 *
 * @param error what it failed with or was skipped for, on one line; null if it succeeded
 */
public record DutyRun(
    String duty, Instant startedAt, Duration time, DutyOutcome outcome, String error) {}
