package dev.tiankong.it;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's server that webhooks are sent to. */
final class Receiver implements AutoCloseable {

  /** What came, and whether it was signed, is for the test to say. */
  record Call(String path, String id, String timestamp, List<String> signatures, String body) {

    /** As the Standard Webhooks scheme describes it, with nothing of the server's. */
    boolean isSignedWith(String secret) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signed =
            mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
        return signatures.contains("v1," + Base64.getEncoder().encodeToString(signed));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /**
   * @param answers statuses in turn; after the last it is 204
   */
  Receiver(Integer... answers) throws IOException {
    this.answers.addAll(Arrays.asList(answers));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      calls.add(
          new Call(
              exchange.getRequestURI().getPath(),
              headers.getFirst("webhook-id"),
              headers.getFirst("webhook-timestamp"),
              List.of(headers.getFirst("webhook-signature").split(" ")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
      Integer status = answers.poll();
      exchange.getResponseHeaders().set("Location", url("/elsewhere"));
      exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  List<Call> calls() {
    return calls;
  }

  /** All calls, once there are so many. */
  List<Call> calls(int count) {
    return await().atMost(Duration.ofMinutes(1)).until(this::calls, all -> all.size() >= count);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
