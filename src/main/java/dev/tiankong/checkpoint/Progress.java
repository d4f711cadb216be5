package dev.tiankong.checkpoint;

/** Is told how far an import has come. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (step, done, total) -> {};

  /**
   * @param step what is being done, for people
   * @param done bytes
   * @param total bytes, or 0 when that is not known yet
   */
  void report(String step, long done, long total);
}
