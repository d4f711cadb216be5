package dev.tiankong.batch;

/**
 * An item that waits for a result of its own.
 *
 * @param index place in the submitted batch, from 0
 * @param key under which its answer is looked for and kept, see {@link SharedResults}
 * @param maybeKnown whether something is kept under the key
 */
public record OpenItem(int index, String text, long key, boolean maybeKnown) {}
