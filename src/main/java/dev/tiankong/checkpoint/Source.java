package dev.tiankong.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** Where a model is published. */
public interface Source {

  /** A folder, or a jar or zip, as TensorFlow or Hugging Face have it. */
  static Source local(Path file) {
    return new LocalSource(file);
  }

  /** What the model's users will read of its origin. */
  String label();

  /**
   * Gets the model's files.
   *
   * @param empty where they may be put; it will be deleted
   * @return where they are
   */
  Path fetch(Path empty, Progress progress) throws IOException;

  /** The files have been read. */
  default void release() throws IOException {}
}
