package dev.tiankong.duties;

import java.time.Duration;

/**
 * Work that every server does from time to time. Any bean of this type is found and scheduled.
 *
 * <p>Several servers may be at the same duty at a time: it has to leave out what another one has
 * locked, or do what can be done twice.
 */
public interface Duty {

  /** Lower case words with hyphens, verb first: a part of paths and a label of metrics. */
  String name();

  /** From the end of one run to the start of the next. */
  Duration interval();

  /**
   * Runs outside of any transaction, and never twice at a time on one server. An exception ends the
   * run, not the duty; one with an outage behind it means that the run is skipped.
   */
  void run();
}
