package dev.tiankong.batch;

/** How many items got which kind of result. */
public record ItemCounts(int succeeded, int failed) {

  public static final ItemCounts NONE = new ItemCounts(0, 0);

  public ItemCounts plus(ItemCounts others) {
    return new ItemCounts(succeeded + others.succeeded, failed + others.failed);
  }
}
