package dev.tiankong.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Gives a chunk that was begun before the JVM to itself. Its last attempt may have crashed one, and
 * chunks that run beside it would fail with it and count an attempt, too. All others share the JVM.
 */
@ApplicationScoped
class IsolationLock {

  // Fair, or an isolated chunk might wait for ever while others come and go.
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  /** Until it is closed, by the thread that acquired it. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  Hold acquire(boolean isolated) {
    Lock half = isolated ? lock.writeLock() : lock.readLock();
    half.lock();
    return half::unlock;
  }
}
