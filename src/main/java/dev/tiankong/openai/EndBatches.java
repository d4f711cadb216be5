package dev.tiankong.openai;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.outage.Outage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.io.output.CountingOutputStream;
import org.apache.commons.io.output.NullOutputStream;

/** Ends batches: those whose work is done, and those whose time is over. */
@ApplicationScoped
class EndBatches {

  private static final System.Logger LOG = System.getLogger(EndBatches.class.getName());

  @Inject OpenAiBatches batches;
  @Inject ChangeBatch change;
  @Inject StopBatch stop;
  @Inject AnswerLines answers;

  void all() {
    each(batches.overdue(), stop::expire);
    each(batches.halfStopped(), stop::cancelParts);
    each(batches.settled(), this::finish);
  }

  /** One that cannot be ended must not keep the others from it. */
  private static void each(List<UUID> ids, Consumer<UUID> duty) {
    for (UUID id : ids) {
      try {
        Outage.skips(() -> duty.accept(id));
      } catch (Exception e) {
        LOG.log(ERROR, PublicId.BATCH.of(id) + " could not be ended", e);
      }
    }
  }

  private void finish(UUID id) {
    change.finalizeFiles(id);
    // Before the transaction that ends it: a million answers take a while to write.
    change.finish(id, measure(id, FileKind.OUTPUT), measure(id, FileKind.ERRORS));
  }

  private long measure(UUID id, FileKind kind) {
    try (CountingOutputStream counter = new CountingOutputStream(NullOutputStream.INSTANCE)) {
      answers.write(id, kind, counter);
      return counter.getByteCount();
    } catch (IOException e) {
      throw new UncheckedIOException("A file cannot be measured", e);
    }
  }
}
