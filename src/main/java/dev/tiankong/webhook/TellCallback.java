package dev.tiankong.webhook;

import static dev.tiankong.request.JsonLibrary.JSON;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchEvent;
import dev.tiankong.batch.api.BatchDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Has the ends of batches told to their callbacks. */
@ApplicationScoped
class TellCallback {

  @Inject Deliveries deliveries;
  @Inject BatchDocument document;
  @Inject Clock clock;

  void hear(@Observes BatchEvent event) {
    if (event.batch().label().callbackUrl() == null) {
      return;
    }
    switch (event.what()) {
      case COMPLETED -> tell("batch.completed", event.batch());
      case CANCELLED -> tell("batch.cancelled", event.batch());
      default -> {
        // No end.
      }
    }
  }

  private void tell(String type, Batch batch) {
    String body =
        JSON.createObjectBuilder()
            .add("type", type)
            .add("timestamp", clock.instant().toString())
            .add("data", document.status(batch))
            .build()
            .toString();
    deliveries.create(batch, type, body);
  }
}
