package dev.tiankong.task;

/**
 * The reasons for which a text can have no answer, whatever its task; tasks add their own. The
 * names are part of the API.
 */
public enum ItemErrorCode {
  /** More characters or tokens than one text can have. */
  TOO_LONG,
  /** A value of another type, or none. */
  NOT_A_STRING,
  /** A character that the database cannot keep. */
  INVALID_CHARACTER,
  /** A line or record that cannot be read. */
  INVALID_LINE,
  /** The only one that says nothing about the text: another try may answer it. */
  ATTEMPTS_EXHAUSTED
}
