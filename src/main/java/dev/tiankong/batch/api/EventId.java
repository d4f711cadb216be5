package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.request.QueryValue;
import dev.tiankong.wording.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * How far a client has come with the events of a batch: to an item, or to an end, which is the end
 * of that time, because a batch whose failures are retried ends once more.
 */
record EventId(String text) {

  private static final String ITEM = "\\d{1,9}";
  private static final String END = "end-";
  private static final EventId NONE = new EventId("");

  /**
   * @param parameter of the address, for clients that cannot set the header; null if there is none
   * @throws Refusal if the parameter is not the id of an event
   */
  static EventId read(HttpHeaders headers, String parameter) {
    // Browsers send the header when they come back, with the parameter of the first time.
    return Optional.ofNullable(headers.getHeaderString(HttpHeaders.LAST_EVENT_ID_HEADER))
        .filter(EventId::isValid)
        .or(() -> QueryValue.read("lastEventId", parameter, EventId::valid, "the id of an event"))
        .map(EventId::new)
        .orElse(NONE);
  }

  private static boolean isValid(String given) {
    return given.matches(ITEM + "|" + END + "\\d{1,18}");
  }

  private static String valid(String given) {
    if (!isValid(given)) {
      throw new IllegalArgumentException(given);
    }
    return given;
  }

  static EventId of(int item) {
    return new EventId(Integer.toString(item));
  }

  static EventId endOf(Batch batch) {
    return new EventId(END + batch.finishedAt().toEpochMilli());
  }

  boolean isEndOf(Batch batch) {
    return batch.state().isFinal() && equals(endOf(batch));
  }

  /** The index of the last item that is known; -1 for none. */
  int item() {
    return text.matches(ITEM) ? Integer.parseInt(text) : -1;
  }
}
