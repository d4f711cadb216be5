package dev.tiankong.local;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the launcher has started, stopped in reverse order when it ends, however it ends. */
final class Running implements Closeable {
  private final Console console;
  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean closed;

  private record Part(String name, Closeable closeable) {}

  /** How a part is started. */
  interface Start<T extends Closeable> {
    T start() throws IOException;
  }

  Running(Console console) {
    this.console = console;
  }

  /**
   * Starts a part and remembers it. A close waits until the start has ended, or a Ctrl-C in the
   * wrong second would leave the new part running for ever.
   */
  synchronized <T extends Closeable> T start(String name, Start<T> start) throws IOException {
    if (closed) {
      throw new CannotStart("Stopped while starting.");
    }
    console.say("Starting " + name + ".");
    T part = start.start();
    parts.push(new Part(name, part));
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
      stop(parts.pop());
    }
  }

  private void stop(Part part) {
    console.say("Stopping " + part.name() + ".");
    try {
      part.closeable().close();
    } catch (IOException e) {
      // The parts below it must still be stopped.
      console.warn(e.getMessage());
    }
  }
}
