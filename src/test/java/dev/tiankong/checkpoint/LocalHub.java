package dev.tiankong.checkpoint;

import static org.apache.commons.codec.digest.MessageDigestAlgorithms.SHA_256;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.commons.codec.digest.DigestUtils;

/** Serves one model as the hub does: weights from elsewhere, after a redirect, in ranges. */
final class LocalHub implements AutoCloseable {

  private final HttpServer server;
  private final String id;
  private final Path files;
  private final Map<String, List<Integer>> firstBytes = new HashMap<>();
  private String damaged = "";
  private int most = Integer.MAX_VALUE;
  private Path downloads;
  private boolean ranges = true;
  private String authorization = "none";
  private final List<String> authorizationsElsewhere = new CopyOnWriteArrayList<>();

  LocalHub(String id, Path files) throws IOException {
    this.id = id;
    this.files = files;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/models/" + id, this::list);
    server.createContext("/" + id + "/resolve/main/", this::resolve);
    server.createContext(
        "/elsewhere/",
        exchange -> {
          authorizationsElsewhere.add(authorization(exchange));
          send(exchange, file(exchange));
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void renamedFrom(String old) {
    server.createContext("/api/models/" + old, e -> redirect(e, "/api/models/" + id));
    server.createContext(
        "/" + old + "/", e -> redirect(e, e.getRequestURI().getPath().replaceFirst(old, id)));
  }

  /** Has other files in another revision. */
  void propose(String revision, Path proposed) {
    server.createContext(
        "/api/models/" + id + "/revision/" + revision, exchange -> list(exchange, proposed));
    server.createContext(
        "/" + id + "/resolve/" + revision + "/",
        exchange -> send(exchange, proposed.resolve(file(exchange).getFileName())));
  }

  /** From now on the hub itself wants a token. */
  void ask(String token) {
    authorization = "Bearer " + token;
  }

  /** What the server of the files has been shown. */
  List<String> authorizationsElsewhere() {
    return authorizationsElsewhere;
  }

  private static String authorization(HttpExchange exchange) {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    return shown == null ? "none" : shown;
  }

  private boolean isRefused(HttpExchange exchange) throws IOException {
    boolean refused = !authorization(exchange).equals(authorization);
    if (refused) {
      exchange.sendResponseHeaders(401, -1);
      exchange.close();
    }
    return refused;
  }

  /**
   * From now on no answer is longer.
   *
   * @param downloads where they are kept: a client drops what it has not read when it breaks off
   */
  void breakOffAfter(int bytes, Path downloads) {
    most = bytes;
    this.downloads = downloads;
  }

  void damage(String file) {
    damaged = file;
  }

  void mend() {
    most = Integer.MAX_VALUE;
    damaged = "";
  }

  void ignoreRanges() {
    ranges = false;
  }

  /** Where each answer with this file began. */
  List<Integer> firstBytesOf(String file) {
    return firstBytes.get(file);
  }

  private void list(HttpExchange exchange) throws IOException {
    if (!isRefused(exchange)) {
      list(exchange, files);
    }
  }

  private void list(HttpExchange exchange, Path files) throws IOException {
    JsonArrayBuilder siblings = Json.createArrayBuilder();
    try (var names = Files.list(files)) {
      names.forEach(
          file ->
              siblings.add(
                  Json.createObjectBuilder().add("rfilename", file.getFileName().toString())));
    }
    var model = Json.createObjectBuilder().add("id", id).add("siblings", siblings).build();
    byte[] body = model.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void resolve(HttpExchange exchange) throws IOException {
    if (isRefused(exchange)) {
      return;
    }
    Path file = file(exchange);
    if (file.toString().matches(".+\\.(safetensors|bin)")) {
      exchange.getResponseHeaders().add("X-Linked-ETag", "\"" + sha256(file) + "\"");
      // Another server to a client, which compares names.
      String elsewhere = address().toString().replace("127.0.0.1", "localhost");
      redirect(exchange, elsewhere + "/elsewhere/" + file.getFileName() + "?signature=1");
    } else {
      send(exchange, file);
    }
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().add("Location", location);
    exchange.sendResponseHeaders(307, -1);
    exchange.close();
  }

  private void send(HttpExchange exchange, Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    if (file.endsWith(damaged)) {
      all[all.length / 2] ^= 1;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    int first = range == null || !ranges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    firstBytes.computeIfAbsent(file.getFileName().toString(), f -> new ArrayList<>()).add(first);
    if (first > 0) {
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes %d-%d/%d".formatted(first, all.length - 1, all.length));
    }
    byte[] body = Arrays.copyOfRange(all, first, all.length);
    exchange.sendResponseHeaders(first > 0 ? 206 : 200, body.length);
    exchange.getResponseBody().write(body, 0, Math.min(most, body.length));
    exchange.getResponseBody().flush();
    if (most < body.length) {
      String partial = file.getFileName() + ".partial";
      await().until(() -> isThere(partial, first + most));
    }
    exchange.close();
  }

  private boolean isThere(String partial, long bytes) throws IOException {
    try (var kept = Files.walk(downloads)) {
      return kept.anyMatch(path -> path.endsWith(partial) && path.toFile().length() == bytes);
    }
  }

  private Path file(HttpExchange exchange) {
    return files.resolve(Path.of(exchange.getRequestURI().getPath()).getFileName());
  }

  private static String sha256(Path file) throws IOException {
    return new DigestUtils(SHA_256).digestAsHex(file);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
