package dev.tiankong.batch.api;

import dev.tiankong.batch.Batch;
import dev.tiankong.batch.BatchState;
import dev.tiankong.batch.query.ItemAnswer;
import dev.tiankong.request.JsonText;
import dev.tiankong.task.OffsetUnit;
import dev.tiankong.task.Tasks;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Somebody who follows one batch, and how much they were told. Used by one thread at a time, which
 * tells nothing more before the client has taken what it was told: what waits is in memory.
 */
final class EventSubscriber {

  private static final int QUIET_TICKS = 15;

  private final UUID batchId;
  private final ItemJson items;
  private final Tasks tasks;
  private final URI self;
  private final Connection connection;

  private int after;
  private BatchState toldState;
  private int toldDone = -1;
  private int quiet;
  private CompletionStage<?> sent = CompletableFuture.completedFuture(null);

  /**
   * @param after the last item that they know, {@link Integer#MAX_VALUE} to be told of none
   */
  EventSubscriber(Batch batch, Tasks tasks, URI self, int after, Connection connection) {
    this.batchId = batch.id();
    this.items = new ItemJson(tasks.format(batch.task()), OffsetUnit.CODE_POINTS);
    this.tasks = tasks;
    this.self = self;
    this.after = after;
    this.connection = connection;
  }

  /**
   * @param ended runs when it is closed
   */
  record Connection(SseEventSink sink, Sse sse, Runnable ended) {}

  UUID batchId() {
    return batchId;
  }

  int after() {
    return after;
  }

  boolean wantsItems() {
    return after < Integer.MAX_VALUE;
  }

  boolean isGone() {
    return connection.sink().isClosed();
  }

  void tell(ItemAnswer answer) {
    after = answer.index();
    String item = JsonText.of(json -> items.write(answer, json));
    send(event("result", item).id(EventId.of(after).text()));
  }

  /**
   * Tells how the batch stands, if that is news. From time to time also if not: the rate falls and
   * the expected end moves, and proxies see that the connection is alive.
   */
  void tell(Batch batch, Instant now) {
    int done = batch.succeeded() + batch.failed();
    boolean news = batch.state() != toldState || done != toldDone;
    if (news || ++quiet == QUIET_TICKS) {
      toldState = batch.state();
      toldDone = done;
      quiet = 0;
      send(event("progress", BatchJson.status(batch, tasks, now, self).toString()));
    }
  }

  /** The last word. */
  void end(Batch batch, Instant now) {
    send(
        event("end", BatchJson.status(batch, tasks, now, self).toString())
            .id(EventId.endOf(batch).text()));
  }

  /** Done when the client has taken all that it was told; fails when it has gone. */
  CompletionStage<?> sent() {
    return sent;
  }

  /** Waits for what is not sent yet. */
  void close() {
    connection.ended().run();
    connection.sink().close();
  }

  private OutboundSseEvent.Builder event(String name, String data) {
    return connection
        .sse()
        .newEventBuilder()
        .name(name)
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(String.class, JsonText.inOneLine(data));
  }

  private void send(OutboundSseEvent.Builder event) {
    if (!isGone()) {
      sent = connection.sink().send(event.build());
    }
  }
}
