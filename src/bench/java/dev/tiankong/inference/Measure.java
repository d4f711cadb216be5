package dev.tiankong.inference;

import java.io.IOException;

/** One row, or a few, of the table in {@code src/bench/README.md}. */
interface Measure {

  /** Prints what it finds. */
  void run(Ground ground) throws IOException;
}
