package dev.tiankong.openai;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.outage.Outage;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Validates the batches whose file nobody has read yet. */
@ApplicationScoped
class ReadBatches {

  /** Why the work of a file is refused, in the words of this API. */
  private static final Map<ProblemCode, String> KNOWN =
      Map.of(
          ProblemCode.TOO_MUCH_OPEN, "too_much_open",
          ProblemCode.TASK_UNAVAILABLE, "model_unavailable");

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
    } catch (Exception e) {
      if (Outage.isBehind(e)) {
        throw e;
      }
      if (e instanceof Refusal refusal && KNOWN.containsKey(refusal.code())) {
        change.fail(id, LineError.ofFile(KNOWN.get(refusal.code()), refusal.getMessage()));
        return;
      }
      // It would fail again, for ever.
      LOG.log(ERROR, "The file of " + PublicId.BATCH.of(id) + " could not be read", e);
      change.fail(
          id,
          LineError.ofFile("server_error", "The server failed to process this file; see its log."));
    }
  }
}
