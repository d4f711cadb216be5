package dev.tiankong.inference;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts a second through a started server, from the submit until the last result is there, against
 * the engine alone on the same texts. The two take turns.
 */
final class EndToEndMeasure implements Measure {

  private static final int TEXTS = 1_000;
  private static final int ROUNDS = 3;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String password = System.getenv("TIANKONG_PASSWORD");
  private final URI server =
      URI.create(System.getenv().getOrDefault("TIANKONG_URL", "http://127.0.0.1:8080"));

  @Override
  public void run(Ground ground) throws IOException {
    List<String> sentences = ground.sentences();
    List<Took> alone = new ArrayList<>();
    List<Double> through = new ArrayList<>();
    try (DjlMaskFiller engine = ground.load(PrecisionChoice.AUTO);
        Workers workers = new Workers(Ground.CORES)) {
      for (int round = 0; round <= ROUNDS; round++) {
        List<String> texts = texts(sentences);
        Took engineTook = Took.by(() -> workers.fill(engine, texts));
        double serverTook = submitAndWait(texts);
        // The first one warms both up.
        if (round > 0) {
          alone.add(engineTook);
          through.add(serverTook);
          System.out.printf(
              "round %d   engine alone %.1f/s   through the server %.1f/s%n",
              round, TEXTS / engineTook.seconds(), TEXTS / serverTook);
        }
      }
    }
    double engine = TEXTS / Took.median(alone, Took::seconds);
    Collections.sort(through);
    double whole = TEXTS / through.get(through.size() / 2);
    System.out.printf(
        "Medians: engine alone %.1f, through the server %.1f texts a second: %.1f %%%n",
        engine, whole, 100 * whole / engine);
  }

  /** Such as were never asked before, or the server would know the answers. */
  private static List<String> texts(List<String> sentences) {
    long run = System.nanoTime();
    return IntStream.range(0, TEXTS)
        .mapToObj(i -> "%x-%d：%s".formatted(run, i, sentences.get(i % sentences.size())))
        .toList();
  }

  /** Returns the seconds from the submit until the last result was there. */
  private double submitAndWait(List<String> texts) throws IOException {
    Instant start = Instant.now();
    JsonObject batch =
        send(
            request("/api/v1/batches")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.createArrayBuilder(texts).build().toString())));
    JsonObject status;
    do {
      pause();
      status = send(request("/api/v1/batches/" + batch.getString("id")).GET());
    } while (status.isNull("finishedAt"));
    if (status.getInt("succeeded") != TEXTS || status.getInt("cacheHits") != 0) {
      throw new IllegalStateException("Not all texts were computed: " + status);
    }
    // By the time that the server tells: looking for it more often would slow it down.
    return Duration.between(start, Instant.parse(status.getString("finishedAt"))).toMillis() / 1e3;
  }

  private static void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    byte[] credentials = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  private JsonObject send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
      try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
        return reader.readObject();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
