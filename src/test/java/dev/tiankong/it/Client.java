package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.openapi.Contract;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Talks to the server as its users do, and holds what it says against the OpenAPI document. */
final class Client {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;
  private final String authorization;
  private final boolean isDescribed;

  private Client(URI base, String authorization, boolean isDescribed) {
    this.base = base;
    this.authorization = authorization;
    this.isDescribed = isDescribed;
  }

  private Client(URI base, String authorization) {
    this(base, authorization, true);
  }

  /** Takes answers of a task that the product, and so its description, does not have. */
  Client ofUndescribedTask() {
    return new Client(base, authorization, false);
  }

  static Client admin() {
    return signedIn("admin", System.getenv("TIANKONG_ADMIN_PASSWORD"));
  }

  /** At a server of the test's own. */
  static Client admin(URI base) {
    return new Client(base, basic("admin", System.getenv("TIANKONG_ADMIN_PASSWORD")));
  }

  static Client signedIn(String user, String password) {
    return withHeader(basic(user, password));
  }

  static String basic(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(credentials);
  }

  static Client stranger() {
    return withHeader(null);
  }

  static Client withHeader(String authorization) {
    return new Client(
        URI.create("http://127.0.0.1:" + System.getenv("TIANKONG_HTTP_PORT")), authorization);
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer get(String path, String accepted) {
    return send(request(path).header("Accept", accepted).GET());
  }

  Answer get(String path, Map<String, String> headers) {
    HttpRequest.Builder request = request(path);
    headers.forEach(request::header);
    return send(request.GET());
  }

  Answer post(String path, String json) {
    return post(path, json.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  Answer post(String path, byte[] body, String contentType) {
    return send(
        request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Without a word on what the body is. */
  Answer post(String path, byte[] body) {
    return send(request(path).POST(BodyPublishers.ofByteArray(body)));
  }

  Answer patch(String path, String json) {
    return call("PATCH", path, json);
  }

  Answer put(String path, String json) {
    return call("PUT", path, json);
  }

  /**
   * @param headers names and values by turns
   */
  Answer call(String method, String path, String json, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(json));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  Answer post(String path, byte[] body, Map<String, String> headers) {
    HttpRequest.Builder request = request(path).setHeader("Content-Type", "application/json");
    headers.forEach(request::setHeader);
    return send(request.POST(BodyPublishers.ofByteArray(body)));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** Submits texts and returns the batch's path. */
  String submit(List<String> texts) {
    return submit(texts, Json.createObjectBuilder());
  }

  String submit(List<String> texts, JsonObjectBuilder options) {
    String body = options.add("texts", Json.createArrayBuilder(texts)).build().toString();
    Answer answer = post("/api/v1/batches", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return URI.create(answer.header("Location")).getPath();
  }

  /** Submits texts that nobody works on as long as a test may last. */
  String schedule(List<String> texts, JsonObjectBuilder options) {
    String tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).toString();
    return submit(texts, options.add("notBefore", tomorrow));
  }

  /** The status of a batch once it is final. */
  JsonObject finished(String batch) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> get(batch).ok(), status -> !status.isNull("finishedAt"));
  }

  /** Runs a duty now, instead of waiting for its turn. */
  void run(String duty) {
    JsonObject run = post("/api/v1/duties/" + duty + "/run", "").ok().getJsonObject("last");
    assertThat(run.getString("outcome")).as(run.toString()).isEqualTo("SUCCEEDED");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  /** The answer while it comes, on a connection of its own: who reads it slowly holds up nobody. */
  InputStream open(String path) {
    HttpRequest request = request(path).version(HttpClient.Version.HTTP_1_1).build();
    return exchange(request, BodyHandlers.ofInputStream()).body();
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest sent = request.build();
    HttpResponse<String> answer = exchange(sent, Client::unpacked);
    if (isDescribed) {
      Contract.check(sent, answer);
    }
    return new Answer(answer);
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The test was interrupted", e);
    }
  }

  private static BodySubscriber<String> unpacked(ResponseInfo answer) {
    return answer.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"))
        ? BodySubscribers.mapping(BodySubscribers.ofByteArray(), Client::unpacked)
        : BodySubscribers.ofString(StandardCharsets.UTF_8);
  }

  private static String unpacked(byte[] packed) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
