package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.request.PublicAddress;
import dev.tiankong.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;

/** What is said of a batch where no HTTP request asks for it: the same documents. */
@ApplicationScoped
public class BatchDocument {

  @Inject PublicAddress address;
  @Inject Clock clock;
  @Inject Tasks tasks;

  public JsonObject status(Batch batch) {
    return BatchJson.status(
        batch, tasks, clock.instant(), address.resolve("api/v1/batches/" + batch.id()));
  }
}
