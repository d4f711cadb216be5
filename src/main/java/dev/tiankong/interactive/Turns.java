package dev.tiankong.interactive;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands out workers to requests. Users take turns and the requests of each keep their order, so a
 * user who sends many requests delays only these.
 */
final class Turns {

  enum Turn {
    TAKEN,
    TOO_MANY_OF_USER,
    TOO_MANY,
    TOO_LATE
  }

  private final int mostOfUser;
  private final int most;

  private final ReentrantLock lock = new ReentrantLock();
  private int free;
  private int waiting;
  // The user whose turn is next comes first.
  private final Map<String, Deque<Waiter>> users = new LinkedHashMap<>();

  private static final class Waiter {

    private final Condition called;
    private boolean isCalled;

    Waiter(Condition called) {
      this.called = called;
    }
  }

  /**
   * @param mostOfUser requests of one user that may wait
   * @param most requests of all users that may wait
   */
  Turns(int workers, int mostOfUser, int most) {
    this.free = workers;
    this.mostOfUser = mostOfUser;
    this.most = most;
  }

  /**
   * Waits for a worker. After {@link Turn#TAKEN}, {@link #leave} gives it back.
   *
   * @param patience the longest wait
   */
  Turn take(String user, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (free > 0) {
        free--;
        return Turn.TAKEN;
      }
      if (waiting >= most) {
        return Turn.TOO_MANY;
      }
      if (users.containsKey(user) && users.get(user).size() >= mostOfUser) {
        return Turn.TOO_MANY_OF_USER;
      }
      return await(user, patience) ? Turn.TAKEN : Turn.TOO_LATE;
    } finally {
      lock.unlock();
    }
  }

  private boolean await(String user, Duration patience) throws InterruptedException {
    Waiter waiter = new Waiter(lock.newCondition());
    users.computeIfAbsent(user, name -> new ArrayDeque<>()).add(waiter);
    waiting++;
    try {
      long left = patience.toNanos();
      while (!waiter.isCalled && left > 0) {
        left = waiter.called.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      if (waiter.isCalled) {
        leave();
      }
      throw e;
    } finally {
      if (!waiter.isCalled) {
        remove(user, waiter);
      }
    }
    return waiter.isCalled;
  }

  private void remove(String user, Waiter waiter) {
    waiting--;
    Deque<Waiter> ofUser = users.get(user);
    ofUser.remove(waiter);
    if (ofUser.isEmpty()) {
      users.remove(user);
    }
  }

  void leave() {
    lock.lock();
    try {
      if (users.isEmpty()) {
        free++;
        return;
      }
      String user = users.keySet().iterator().next();
      Deque<Waiter> ofUser = users.remove(user);
      Waiter next = ofUser.remove();
      if (!ofUser.isEmpty()) {
        // Behind all others.
        users.put(user, ofUser);
      }
      waiting--;
      next.isCalled = true;
      next.called.signal();
    } finally {
      lock.unlock();
    }
  }

  int waiting() {
    lock.lock();
    try {
      return waiting;
    } finally {
      lock.unlock();
    }
  }
}
