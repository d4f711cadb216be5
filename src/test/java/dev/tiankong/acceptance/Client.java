package dev.tiankong.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Speaks HTTP with the running product, as somebody or as nobody. */
public final class Client {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final URI BASE =
      URI.create("http://127.0.0.1:" + System.getenv("TIANKONG_HTTP_PORT"));

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final String credentials;

  private Client(String credentials) {
    this.credentials = credentials;
  }

  /** One that says nothing about who it is. */
  public static Client anonymous() {
    return new Client(null);
  }

  /** The administrator. */
  public static Client admin() {
    return as("admin", System.getenv("TIANKONG_ADMIN_PASSWORD"));
  }

  /** One that names itself with HTTP Basic. */
  public static Client as(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(UTF_8);
    return new Client("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  /** Posts JSON. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(BASE.resolve(path)).timeout(LIMIT);
    return credentials == null ? request : request.header("Authorization", credentials);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
