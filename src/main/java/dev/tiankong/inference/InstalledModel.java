package dev.tiankong.inference;

import dev.tiankong.wording.Sentence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A model that need not be in memory: it is fetched there for as long as it computes. */
final class InstalledModel implements MaskFiller {

  private final ModelDirectory directory;
  private final LoadedModels loaded;

  InstalledModel(ModelDirectory directory, LoadedModels loaded) {
    this.directory = directory;
    this.loaded = loaded;
  }

  @Override
  public String digest() {
    return loaded.use(directory, DjlMaskFiller::digest);
  }

  @Override
  public Map<String, Integer> tokenIds(Set<String> tokens) {
    return loaded.use(directory, model -> model.tokenIds(tokens));
  }

  @Override
  public Optional<Sentence> refuse(FillOptions options) {
    return options.targets().isEmpty() && options.candidates() == CandidateKind.ANY
        ? Optional.empty()
        : loaded.use(directory, model -> model.refuse(options));
  }

  @Override
  public Optional<FillOutcome.Refused> refuse(String text, FillOptions options) {
    return Refusals.of(text, options);
  }

  @Override
  public int cost(String text, FillOptions options) {
    return TokenBudget.cost(text, options);
  }

  @Override
  public List<FillOutcome> fill(List<String> texts, FillOptions options) {
    return loaded.use(directory, model -> model.fill(texts, options));
  }
}
