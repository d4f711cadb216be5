package dev.tiankong.overview;

/**
 * A file system that the server writes to.
 *
 * @param folder where in it, in words
 */
record Disk(String folder, int percentUsed) {}
