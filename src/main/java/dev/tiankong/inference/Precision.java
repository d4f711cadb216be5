package dev.tiankong.inference;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How exactly a model's linear layers compute. Each has a file of weights of its own. */
public enum Precision {
  FP32,
  BF16,
  INT8;

  /** As people write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Precision of(String label) {
    List<Precision> all = List.of(values());
    return all.stream()
        .filter(precision -> precision.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Unknown precision \"%s\": use one of %s.".formatted(label, labels(all))));
  }

  static String labels(Collection<Precision> precisions) {
    return precisions.stream().sorted().map(Precision::label).collect(Collectors.joining(", "));
  }
}
