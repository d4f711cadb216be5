package dev.tiankong.batch;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What its owner says about a batch.
 *
 * @param name null if it has none
 * @param tags words to find it by
 * @param ttlSeconds how long the batch is kept after its end; null for ever
 * @param priority from {@link #LOWEST} to {@link #HIGHEST}; chunks of a higher one go first
 * @param notBefore when the first worker may begin; null for at once
 * @param callbackUrl where the batch's end is told to; null for nowhere
 */
@Embeddable
public record Label(
    String name,
    List<String> tags,
    Long ttlSeconds,
    int priority,
    Instant notBefore,
    String callbackUrl) {

  public static final int LOWEST = 0;
  public static final int HIGHEST = 9;

  public Label {
    tags = List.copyOf(tags);
  }

  Label keptFor(Duration time) {
    return new Label(name, tags, time.toSeconds(), priority, notBefore, callbackUrl);
  }

  /** What a batch gets whose owner says nothing. */
  public static Label defaults() {
    return new Label(null, List.of(), null, 4, null, null);
  }
}
