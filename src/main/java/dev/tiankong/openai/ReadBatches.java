package dev.tiankong.openai;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.batch.submit.QuotaExceededException;
import dev.tiankong.outage.Outage;
import dev.tiankong.task.TaskUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Validates the batches whose file nobody has read yet. */
@ApplicationScoped
class ReadBatches {

  private static final System.Logger LOG = System.getLogger(ReadBatches.class.getName());

  @Inject OpenAiBatches batches;
  @Inject ValidateBatch validate;
  @Inject ChangeBatch change;

  void all(BatchSize size) {
    batches.unread(size).forEach(this::read);
  }

  private void read(UUID id) {
    try {
      validate.validate(id);
    } catch (QuotaExceededException e) {
      change.fail(id, LineError.ofFile("too_much_open", e.getMessage()));
    } catch (TaskUnavailableException e) {
      change.fail(id, LineError.ofFile("model_unavailable", e.getMessage()));
    } catch (Exception e) {
      if (Outage.isBehind(e)) {
        throw e;
      }
      // It would fail again, for ever.
      LOG.log(ERROR, "The file of " + PublicId.BATCH.of(id) + " could not be read", e);
      change.fail(
          id,
          LineError.ofFile("server_error", "The server failed at this file; its log says more."));
    }
  }
}
