package dev.tiankong.batch.api;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tiankong.batch.AnswerPage;
import dev.tiankong.batch.Batch;
import dev.tiankong.batch.Batches;
import dev.tiankong.batch.ItemAnswer;
import dev.tiankong.batch.ItemSearch;
import dev.tiankong.batch.ItemState;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Looks once a second at the batches that somebody follows. The database is asked rather than the
 * workers, because these may be on other servers.
 */
@ApplicationScoped
class LiveEvents {

  private static final System.Logger LOG = System.getLogger(LiveEvents.class.getName());
  private static final int ITEMS = 500;

  @Inject Batches batches;
  @Inject Clock clock;
  @Resource ManagedScheduledExecutorService scheduler;

  void send(Listener listener) {
    scheduler.execute(() -> tick(listener));
  }

  private void tick(Listener listener) {
    try {
      if (listener.isGone() || !look(listener)) {
        return;
      }
    } catch (RuntimeException e) {
      // The client has gone away, or the database has. A client that is there comes back by itself.
      LOG.log(DEBUG, "Nothing more is sent to a listener", e);
      listener.close();
      return;
    }
    scheduler.schedule(() -> tick(listener), 1, TimeUnit.SECONDS);
  }

  /** Tells what is new; false when there will be nothing more. */
  private boolean look(Listener listener) {
    Optional<Batch> found = batches.find(listener.batchId());
    if (found.isEmpty()) {
      listener.close();
      return false;
    }
    Batch batch = found.get();
    if (listener.wantsItems()) {
      tellItems(listener);
    }
    if (batch.state().isFinal()) {
      listener.end(batch, clock.instant());
      return false;
    }
    listener.tell(batch, clock.instant());
    return true;
  }

  /** In input order, up to the first that has no result yet. */
  private void tellItems(Listener listener) {
    AnswerPage page;
    do {
      page = batches.answers(listener.batchId(), listener.after(), ItemSearch.ALL, ITEMS);
      for (ItemAnswer answer : page.answers()) {
        if (answer.state() == ItemState.PENDING) {
          return;
        }
        listener.tell(answer);
      }
    } while (!page.last());
  }
}
