package dev.tiankong.batch.query;

import java.io.IOException;

/** Answers of any number, in input order. */
public interface Answers {

  interface Sink {
    void write(ItemAnswer answer) throws IOException;
  }

  /** Hands over one after the other; a few are in memory at a time. */
  void forEach(Sink sink) throws IOException;
}
