package dev.tiankong.request;

/** Whether the client of the current request still waits for the answer. */
public interface ClientPresence {

  /** True only if its connection is known to be closed. */
  boolean hasGone();
}
