package dev.tiankong.duties;

import java.time.Duration;
import java.time.Instant;

/**
 * How a duty stands on this server.
 *
 * @param runningSince null if it is not running
 * @param last null before its first run has ended
 */
public record DutyStatus(String name, Duration interval, Instant runningSince, DutyRun last) {}
