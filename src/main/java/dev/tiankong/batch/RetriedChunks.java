package dev.tiankong.batch;

/**
 * What is to be tried again.
 *
 * @param chunks that were given up
 * @param attempts at them so far
 * @param items that lost their error
 */
public record RetriedChunks(int chunks, int attempts, int items) {}
