package dev.tiankong.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Who works beside whom in this JVM. A chunk that was begun before may have taken a JVM with it, so
 * it is worked on alone: it would take the others along, and they would be blamed, too.
 */
@ApplicationScoped
class Company {

  // Fair: a chunk that must be alone gets its turn.
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  void work(boolean alone, Runnable chunk) {
    Lock place = alone ? lock.writeLock() : lock.readLock();
    place.lock();
    try {
      chunk.run();
    } finally {
      place.unlock();
    }
  }
}
