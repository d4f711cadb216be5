package dev.tiankong.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/**
 * Submits over the broker whose deliveries are used up. Unlike chunks they are in no table: all
 * that there is of them is the message.
 */
@ApplicationScoped
class DeadSubmits {

  static final String QUEUE = "tiankong.submit.dead";

  private static final String SUBMITS = "tiankong.submit";

  private static final String EVERY = "";

  /** As JMS writes it. Nothing else may come into a filter. */
  private static final Pattern ID = Pattern.compile("ID:[0-9a-f-]+");

  @Inject Queues queues;

  /**
   * Hands one in again.
   *
   * @return false if there is none (any more) with that id
   */
  boolean retry(String id) {
    return ID.matcher(id).matches() && move(only(id)) > 0;
  }

  /**
   * @return how many were handed in again
   */
  int retryAll() {
    return move(EVERY);
  }

  /** It keeps its id, which is the key of its batch: one that became a batch makes no second. */
  private int move(String filter) {
    return queues.move(QUEUE, filter, SUBMITS);
  }

  /**
   * @return false if there is none (any more) with that id
   */
  boolean discard(String id) {
    return ID.matcher(id).matches() && queues.remove(QUEUE, only(id)) > 0;
  }

  /**
   * @return how many are gone
   */
  int discardAll() {
    return queues.remove(QUEUE, EVERY);
  }

  private static String only(String id) {
    return "AMQUserID = '%s'".formatted(id);
  }
}
