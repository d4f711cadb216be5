package dev.tiankong.histories;

import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A thread that stops before every statement it sends to the database, until the {@link Stage} lets
 * it go on. So the stage alone decides what happens before what.
 */
final class Actor {

  private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

  enum Place {
    /** Has nothing to do. */
    IDLE,
    /** Stands before a statement. */
    STOPPED,
    /** Goes on, or waits for a lock. */
    RUNNING
  }

  private final String name;
  private final Connections connections;
  private final Thread thread;
  private Place place = Place.IDLE;
  private String statement;
  private Callable<?> task;
  private Object result;
  private Throwable failure;
  private int passes;
  private boolean killed;
  private boolean ended;
  private boolean closed;

  Actor(String name, Connections connections) {
    this.name = name;
    this.connections = connections;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Called by the connections of every thread. */
  static void stopBefore(String statement) {
    Actor actor = CURRENT.get();
    if (actor != null) {
      actor.stop(statement);
    }
  }

  private void run() {
    CURRENT.set(this);
    connections.use();
    while (awaitTask()) {
      Object what = null;
      Throwable why = null;
      try {
        stopBefore("begin");
        what = task.call();
      } catch (Throwable e) {
        why = e;
      }
      end(what, why);
    }
  }

  private synchronized boolean awaitTask() {
    awaitWhile(() -> task == null && !closed);
    return !closed;
  }

  private synchronized void end(Object what, Throwable why) {
    result = what;
    failure = why;
    task = null;
    killed = false;
    passes = 0;
    ended = true;
    place = Place.IDLE;
    notifyAll();
  }

  private synchronized void stop(String before) {
    if (killed) {
      throw new Killed();
    }
    if (passes > 0) {
      passes--;
      return;
    }
    statement = before;
    place = Place.STOPPED;
    notifyAll();
    awaitWhile(() -> place == Place.STOPPED);
    if (killed) {
      throw new Killed();
    }
  }

  private interface Condition {
    boolean holds();
  }

  private void awaitWhile(Condition condition) {
    try {
      while (condition.holds()) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Gives it something to do, and stops it before the first statement. */
  synchronized void begin(Callable<?> newTask) {
    if (place != Place.IDLE) {
      throw new IllegalStateException(name + " is at something");
    }
    result = null;
    failure = null;
    place = Place.RUNNING;
    task = newTask;
    notifyAll();
    awaitWhile(() -> place == Place.RUNNING);
  }

  /**
   * @param statements at which it does not stop meanwhile
   */
  synchronized void goOn(int statements) {
    passes = statements;
    place = Place.RUNNING;
    notifyAll();
  }

  synchronized void kill() {
    killed = true;
    goOn(0);
  }

  /** Returns whether it stopped or ended within the time. */
  synchronized boolean awaitStop(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    try {
      while (place == Place.RUNNING) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return true;
  }

  /** Whether a lock of the database, or of the server, keeps it. */
  boolean isWaiting() {
    return (waitsForIsolation() || connections.oneIsBlocked()) && place() == Place.RUNNING;
  }

  /** The one lock that workers of a server have among themselves. */
  private boolean waitsForIsolation() {
    return thread.getState() == Thread.State.WAITING
        && Stream.of(thread.getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals("dev.tiankong.work.IsolationLock"));
  }

  synchronized Place place() {
    return place;
  }

  /** What it stands before. */
  synchronized String statement() {
    return statement;
  }

  synchronized Object result() {
    return result;
  }

  /** Whether a task ended of which nobody took what it came to. */
  synchronized boolean hasEnded() {
    return ended;
  }

  synchronized Object takeResult() {
    ended = false;
    return result;
  }

  synchronized Throwable takeFailure() {
    ended = false;
    return failure;
  }

  synchronized Throwable failure() {
    return failure;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  @Override
  public String toString() {
    return name;
  }
}
