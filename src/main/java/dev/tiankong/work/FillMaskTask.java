package dev.tiankong.work;

import dev.tiankong.batch.ClaimedChunk;
import dev.tiankong.batch.Item;
import dev.tiankong.batch.ItemError;
import dev.tiankong.batch.ItemResult;
import dev.tiankong.batch.MaskPredictions;
import dev.tiankong.batch.Prediction;
import dev.tiankong.batch.TaskUnavailableException;
import dev.tiankong.batch.TextTask;
import dev.tiankong.inference.FillOptions;
import dev.tiankong.inference.FilledMask;
import dev.tiankong.inference.MaskFiller;
import dev.tiankong.inference.ModelCatalogue;
import dev.tiankong.inference.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Filling masks, as a task that batches can ask for. */
@ApplicationScoped
class FillMaskTask implements TextTask {

  // How many candidates are wanted changes neither what is refused nor what it costs.
  private static final FillOptions ANY_TEXT = FillOptions.top(1);

  @Inject ModelCatalogue models;

  @Override
  public String name() {
    return "fill-mask";
  }

  @Override
  public String model() {
    models
        .problem()
        .ifPresent(
            problem -> {
              throw new TaskUnavailableException(problem);
            });
    return models.defaultName();
  }

  @Override
  public int maxTopK() {
    return MaskFiller.MAX_TOP_K;
  }

  @Override
  public Optional<ItemError> refuse(String text) {
    return filler().refuse(text, ANY_TEXT).map(FillMaskTask::error);
  }

  @Override
  public int cost(String text) {
    return filler().cost(text, ANY_TEXT);
  }

  /** One result for each item of the chunk. */
  List<ItemResult> run(ClaimedChunk chunk) {
    List<Outcome> outcomes = filler().fill(chunk.texts(), FillOptions.top(chunk.topK()));
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> result(chunk.items().get(i), outcomes.get(i)))
        .toList();
  }

  private MaskFiller filler() {
    return models.get(models.defaultName());
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
