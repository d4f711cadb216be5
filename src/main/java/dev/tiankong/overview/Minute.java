package dev.tiankong.overview;

import java.time.Instant;

/** What chunks brought that ended in a minute. */
record Minute(Instant start, long succeeded, long failed) {}
