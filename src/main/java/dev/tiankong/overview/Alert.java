package dev.tiankong.overview;

import java.util.Map;

/**
 * Something that somebody should do something about.
 *
 * @param detail what is wrong and what to do, for people; programs go by the code
 * @param values what the detail speaks of, by name, for those who say it in another language
 */
record Alert(Code code, Severity severity, String detail, Map<String, String> values) {

  Alert(Code code, Severity severity, String detail) {
    this(code, severity, detail, Map.of());
  }

  /** Stays the same: consoles translate by it. */
  enum Code {
    DATABASE_AWAY,
    BROKER_AWAY,
    MODEL_NOT_LOADED,
    NO_WORKER,
    QUEUE_PAUSED,
    DISK_FILLING,
    DEAD_LETTERS,
    BATCH_STALLED
  }

  enum Severity {
    /** No work is done, or soon none will be. */
    CRITICAL,
    /** Work goes on, but not all of it. */
    WARNING
  }
}
