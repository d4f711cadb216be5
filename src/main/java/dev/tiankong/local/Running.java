package dev.tiankong.local;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the launcher has started, closed in reverse order when it ends, however it ends. */
final class Running implements Closeable {
  private final Deque<Closeable> parts = new ArrayDeque<>();
  private boolean closed;

  /** How a part is started. */
  interface Start<T extends Closeable> {
    T start() throws IOException;
  }

  /**
   * Starts a part and remembers it. A close waits until the start has ended, or a Ctrl-C in the
   * wrong second would leave the new part running for ever.
   */
  synchronized <T extends Closeable> T open(Start<T> start) throws IOException {
    if (closed) {
      throw new CannotStart("Stopped while starting.");
    }
    T part = start.start();
    parts.push(part);
    return part;
  }

  /** Asks after a close under way has ended. */
  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      closeOne(parts.pop());
    }
  }

  private static void closeOne(Closeable part) {
    try {
      part.close();
    } catch (IOException e) {
      // The parts below it must still be closed.
      System.err.println(e.getMessage());
    }
  }
}
