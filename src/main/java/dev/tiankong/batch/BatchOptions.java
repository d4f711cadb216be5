package dev.tiankong.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;

/**
 * How the texts of a batch are to be worked on.
 *
 * @param model the installed model's name; null for the default one
 * @param topK candidates to keep for each mask
 * @param targets the only words to choose from; empty for the whole vocabulary
 * @param looseMasks whether blanks may also be written as people write them
 */
@Embeddable
public record BatchOptions(
    String model,
    @Column(name = "top_k") int topK,
    List<String> targets,
    @Enumerated(EnumType.STRING) CandidateKind candidates,
    boolean looseMasks) {

  public static final int DEFAULT_TOP_K = 5;

  public BatchOptions {
    targets = List.copyOf(targets);
  }

  /** What a batch gets that asks for nothing. */
  public static BatchOptions defaults() {
    return new BatchOptions(null, DEFAULT_TOP_K, List.of(), CandidateKind.ANY, false);
  }

  public BatchOptions withModel(String model) {
    return new BatchOptions(model, topK, targets, candidates, looseMasks);
  }
}
