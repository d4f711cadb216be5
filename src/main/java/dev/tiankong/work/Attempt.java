package dev.tiankong.work;

import java.time.Duration;

/**
 * A worker is through with a chunk; told to whoever observes it.
 *
 * @param time from the claim until the results were handed to the database
 */
public record Attempt(Duration time, boolean succeeded) {}
