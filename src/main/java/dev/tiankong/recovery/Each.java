package dev.tiankong.recovery;

import static java.lang.System.Logger.Level.ERROR;

import dev.tiankong.outage.Outage;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Does a duty for one thing after the other. One that fails does not keep the others waiting. */
final class Each {

  private static final System.Logger LOG = System.getLogger(Each.class.getName());

  /** Things whose failure was logged: they come round every few seconds, and once is enough. */
  private final Set<Object> failed = ConcurrentHashMap.newKeySet();

  <T> void of(List<T> those, Consumer<T> duty) {
    for (T one : those) {
      try {
        duty.accept(one);
        failed.remove(one);
      } catch (Exception e) {
        if (Outage.isBehind(e)) {
          throw e;
        }
        if (failed.add(one)) {
          LOG.log(ERROR, "The sweep leaves " + one + " out, and tries it again silently", e);
        }
      }
    }
  }
}
