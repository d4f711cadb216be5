package dev.tiankong.overview;

import java.util.List;

/**
 * What the database shows that should not be.
 *
 * @param untouched whether chunks wait for a worker, and none of them was touched for a while
 * @param givenUp chunks whose attempts are used up
 * @param stalled batches that run, but got no further for a while: ids, not all of them
 */
record Trouble(boolean untouched, long givenUp, List<String> stalled) {}
