package dev.tiankong.openai;

import dev.tiankong.duties.Duty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * What is done about batches in the background, whoever asked for it and on whichever server: what
 * one is interrupted at, another one finds in the database. Small batches have duties of their own,
 * because a large one may take a minute.
 */
@ApplicationScoped
class OpenAiDuties {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Inject ReadBatches readBatches;
  @Inject EndBatches endBatches;
  @Inject DeleteOld deleteOld;

  private record Round(String name, Duration interval, Runnable task) implements Duty {
    @Override
    public void run() {
      task.run();
    }
  }

  @Produces
  Duty readSmall() {
    return new Round("read-small-openai-batches", SECOND, () -> readBatches.all(BatchSize.SMALL));
  }

  @Produces
  Duty readLarge() {
    return new Round("read-large-openai-batches", SECOND, () -> readBatches.all(BatchSize.LARGE));
  }

  @Produces
  Duty endSmall() {
    return new Round(
        "end-small-openai-batches", SECOND, () -> endBatches.finishSettled(BatchSize.SMALL));
  }

  @Produces
  Duty endLarge() {
    return new Round(
        "end-large-openai-batches", SECOND, () -> endBatches.finishSettled(BatchSize.LARGE));
  }

  @Produces
  Duty stopOverdue() {
    return new Round("stop-overdue-openai-batches", SECOND, endBatches::stopOverdue);
  }

  @Produces
  Duty cancelStopped() {
    return new Round("cancel-stopped-openai-batches", SECOND, endBatches::cancelStopped);
  }

  @Produces
  Duty deleteOld() {
    return new Round("delete-old-openai-files", Duration.ofSeconds(20), deleteOld::all);
  }
}
