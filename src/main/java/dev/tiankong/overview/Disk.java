package dev.tiankong.overview;

/**
 * A file system that the server writes to.
 *
 * @param folder where in it, in words
 */
record Disk(String folder, int percentUsed) {

  /** As df counts: what is kept back for the system's own use is neither used nor free. */
  static Disk of(String folder, long used, long usable) {
    return new Disk(folder, (int) Math.ceil(100.0 * used / Math.max(1, used + usable)));
  }
}
