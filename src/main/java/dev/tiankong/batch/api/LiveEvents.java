package dev.tiankong.batch.api;

import static java.lang.System.Logger.Level.DEBUG;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.ItemState;
import dev.tiankong.batch.query.AnswerPage;
import dev.tiankong.batch.query.Batches;
import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.batch.query.ItemSearch;
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

  void send(EventSubscriber listener) {
    scheduler.execute(() -> tick(listener));
  }

  private void tick(EventSubscriber listener) {
    try {
      look(listener);
    } catch (Exception e) {
      stop(listener, e);
    }
  }

  private void look(EventSubscriber listener) {
    Optional<Batch> found = batches.find(listener.batchId());
    if (listener.isGone() || found.isEmpty()) {
      listener.close();
      return;
    }
    Batch batch = found.get();
    if (listener.wantsItems() && tellItems(listener)) {
      whenSent(listener, () -> tick(listener));
    } else if (batch.state().isFinal()) {
      listener.end(batch, clock.instant());
      whenSent(listener, listener::close);
    } else {
      listener.tell(batch, clock.instant());
      whenSent(listener, () -> scheduler.schedule(() -> tick(listener), 1, TimeUnit.SECONDS));
    }
  }

  /** A page in input order, up to the first that has no result yet; whether more may follow. */
  private boolean tellItems(EventSubscriber listener) {
    AnswerPage page = batches.answers(listener.batchId(), listener.after(), ItemSearch.ALL, ITEMS);
    for (ItemAnswer answer : page.answers()) {
      if (answer.state() == ItemState.PENDING) {
        return false;
      }
      listener.tell(answer);
    }
    return !page.last();
  }

  /** No thread waits for a client that reads slowly: others are told of their batches by it. */
  private void whenSent(EventSubscriber listener, Runnable next) {
    scheduler
        .copy(listener.sent())
        .whenCompleteAsync(
            (done, failure) -> {
              if (failure == null) {
                next.run();
              } else {
                stop(listener, failure);
              }
            });
  }

  /** The client or the database is unreachable. A client that still exists reconnects. */
  private static void stop(EventSubscriber listener, Throwable reason) {
    LOG.log(DEBUG, "Stopped sending events to a client", reason);
    listener.close();
  }
}
