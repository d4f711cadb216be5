package dev.tiankong.batch;

/**
 * Something that happened to a batch, told in the transaction in which it happened: who cannot take
 * it in gives the transaction up.
 *
 * @param batch as it is afterwards
 */
public record BatchEvent(What what, Batch batch) {

  /** What can happen. */
  public enum What {
    SUBMITTED,
    /** A worker began. */
    STARTED,
    PAUSED,
    RESUMED,
    /** Its last text has its result, whatever that is. */
    COMPLETED,
    CANCELLED,
    /** Texts are tried again: it may be completed once more. */
    RETRIED,
    /** By somebody, not because its time was over. */
    DELETED
  }
}
