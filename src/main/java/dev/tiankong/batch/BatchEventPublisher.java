package dev.tiankong.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Tells whoever observes {@link BatchEvent}s, with no need to know who that is. */
@ApplicationScoped
public class BatchEventPublisher {

  @Inject Event<BatchEvent> observers;

  /** To be called in the transaction of the change, after its rows were touched. */
  public void of(Batch batch) {
    batch.takeEvents().forEach(what -> observers.fire(new BatchEvent(what, batch)));
  }
}
