package dev.tiankong.it;

import jakarta.json.Json;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who submits three texts again and again, until he is closed. */
final class Submitter implements AutoCloseable {

  private static final long PAUSE_MILLIS = 100;

  private final Client client;
  private final List<String> accepted = new CopyOnWriteArrayList<>();
  private final List<Answer> refused = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::run, "submitter");
  private volatile boolean closed;
  private volatile boolean latestAccepted;

  Submitter(Client client) {
    this.client = client;
    thread.start();
  }

  private void run() {
    while (!closed) {
      String body =
          Json.createObjectBuilder()
              .add("texts", Json.createArrayBuilder(Texts.fresh(3)))
              .build()
              .toString();
      Answer answer = client.post("/api/v1/batches", body);
      latestAccepted = answer.status() == 202;
      if (latestAccepted) {
        accepted.add(URI.create(answer.header("Location")).getPath());
      } else {
        refused.add(answer);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Paths of the batches that were answered with 202. */
  List<String> accepted() {
    return accepted;
  }

  List<Answer> refused() {
    return refused;
  }

  /** Whether there was a refusal, and it is over. */
  boolean acceptsAgain() {
    return !refused.isEmpty() && latestAccepted;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
