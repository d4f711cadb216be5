package dev.tiankong.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the application whether it can take work: database, broker and a loaded model. */
final class ServerReadiness {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final HttpRequest request;
  private String lastAnswer = "no answer";

  ServerReadiness(URI base) {
    request = HttpRequest.newBuilder(base.resolve("/api/v1/health/ready")).timeout(LIMIT).build();
  }

  boolean isReached() throws InterruptedException {
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      lastAnswer = response.statusCode() + " " + response.body();
      return response.statusCode() == 200;
    } catch (IOException notListeningYet) {
      return false;
    }
  }

  /** What it said last, for the person who asks why it is not ready. */
  String lastAnswer() {
    return lastAnswer;
  }
}
