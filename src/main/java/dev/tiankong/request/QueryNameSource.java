package dev.tiankong.request;

import java.util.Set;

/**
 * Names that a class reads behind the question mark of an address in addition to its {@link
 * QueryNames}, and that are known only when the server runs.
 */
public interface QueryNameSource {

  Class<?> reader();

  /** Those that have one value. */
  Set<String> once();

  /** Those that can be given several times. */
  Set<String> repeated();
}
