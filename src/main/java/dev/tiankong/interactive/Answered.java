package dev.tiankong.interactive;

import java.time.Duration;

/**
 * Somebody who waits has the answer; told to whoever observes it.
 *
 * @param time from the request on, the wait for a worker included
 */
public record Answered(Duration time) {}
