package dev.tiankong.overview;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that can be alarming.
 *
 * @param checks of what the server needs, by name, with what is wrong
 * @param trouble empty while the database is away
 * @param workers that listen to the queue; empty where the broker does not tell
 * @param deadSubmits messages with submits that nobody could take in
 */
record Situation(
    Map<String, Optional<String>> checks,
    Optional<Trouble> trouble,
    OptionalInt workers,
    long deadSubmits,
    Collection<Disk> disks) {}
