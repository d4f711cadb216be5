package dev.tiankong.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/** Named tensors as their publisher stored them. */
interface Checkpoint extends Closeable {

  Set<String> names();

  /**
   * Fails with a {@link CheckpointException} when there is none, or when it does not fit its file.
   */
  Tensor tensor(String name) throws IOException;
}
