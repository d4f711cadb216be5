package dev.tiankong.request;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** So many for everybody together, and so many of them for each user. */
final class Places {

  private final Semaphore free;
  private final int perUser;
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  Places(int total, int perUser) {
    this.free = new Semaphore(total);
    this.perUser = perUser;
  }

  enum Answer {
    TAKEN,
    USER_HAS_TOO_MANY,
    NONE_FREE
  }

  Answer take(String user) {
    if (taken.merge(user, 1, Integer::sum) > perUser) {
      forget(user);
      return Answer.USER_HAS_TOO_MANY;
    }
    if (!free.tryAcquire()) {
      forget(user);
      return Answer.NONE_FREE;
    }
    return Answer.TAKEN;
  }

  void giveBack(String user) {
    free.release();
    forget(user);
  }

  private void forget(String user) {
    taken.computeIfPresent(user, (name, count) -> count == 1 ? null : count - 1);
  }
}
