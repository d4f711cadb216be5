package dev.tiankong.work;

import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.Item;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.ItemResult;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.TaskUnavailableException;
import dev.tiankong.batch.TextTask;
import dev.tiankong.inference.FilledMask;
import dev.tiankong.inference.LoadedModel;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Filling masks, as a task that batches can ask for. */
@ApplicationScoped
class FillMaskTask implements TextTask {

  @Inject LoadedModel model;

  @Override
  public String name() {
    return "fill-mask";
  }

  @Override
  public String model() {
    model
        .problem()
        .ifPresent(
            problem -> {
              throw new TaskUnavailableException(problem);
            });
    return model.model();
  }

  @Override
  public int maxTopK() {
    return MaskFiller.MAX_TOP_K;
  }

  @Override
  public Optional<ItemError> refuse(String text) {
    return model.refuse(text).map(FillMaskTask::error);
  }

  @Override
  public int cost(String text) {
    return model.cost(text);
  }

  /** One result for each item of the chunk. */
  List<ItemResult> run(ClaimedChunk chunk) {
    List<Outcome> outcomes = model.fill(chunk.texts(), chunk.topK());
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> result(chunk.items().get(i), outcomes.get(i)))
        .toList();
  }

  private static ItemResult result(Item item, Outcome outcome) {
    if (outcome instanceof Outcome.Filled filled) {
      return ItemResult.succeeded(
          item.id(), filled.masks().stream().map(FillMaskTask::predictions).toList());
    }
    return ItemResult.failed(item.id(), error((Outcome.Refused) outcome));
  }

  private static MaskPredictions predictions(FilledMask mask) {
    return new MaskPredictions(
        mask.position(),
        mask.candidates().stream().map(c -> new Prediction(c.token(), c.score())).toList());
  }

  private static ItemError error(Outcome.Refused refused) {
    return new ItemError(refused.reason().name(), refused.message());
  }
}
