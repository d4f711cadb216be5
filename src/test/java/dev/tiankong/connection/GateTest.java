package dev.tiankong.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tiankong.http2.Http2Stream;
import dev.tiankong.request.UploadLimit;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On Undertow alone, which finds the gate by itself, with few threads. */
class GateTest {

  private static final int THREADS = 2;
  private static final int CLIENTS = 10;
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String LARGE = "x".repeat(100_000);

  private final List<Socket> sockets = new ArrayList<>();
  private Undertow server;

  /** Whether the client had hung up when the request came, and when it was answered. */
  private static final LinkedBlockingQueue<Boolean> presence = new LinkedBlockingQueue<>();

  private static final AtomicBoolean stays = new AtomicBoolean();

  /** Says how much of the body it has read, or refuses without reading any. */
  public static class Echo extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getHeader("Refuse") != null) {
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        return;
      }
      boolean isLarge = request.getAttribute(UploadLimit.UNRECEIVED) != null;
      int read = 0;
      for (int next = request.getInputStream().read(); next >= 0; ) {
        read++;
        next = request.getInputStream().read();
      }
      if (request.getHeader("Wait") != null) {
        HttpServerExchange exchange = ServletRequestContext.requireCurrent().getExchange();
        presence.add(HungUp.hasGone(exchange));
        await().until(() -> !stays.get() || HungUp.hasGone(exchange));
        presence.add(HungUp.hasGone(exchange));
      }
      response.getWriter().print((isLarge ? "large, read " : "small, read ") + read);
    }
  }

  @BeforeEach
  void start() throws Exception {
    DeploymentInfo deployment =
        Servlets.deployment()
            .setClassLoader(GateTest.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("echo")
            .addServlet(Servlets.servlet("echo", Echo.class).addMapping("/*"));
    DeploymentManager manager = Servlets.newContainer().addDeployment(deployment);
    manager.deploy();
    server =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(THREADS)
            .addHttpListener(0, "127.0.0.1")
            .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
            .setHandler(manager.start())
            .build();
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  @Test
  void should_hand_on_bodies_of_every_size_and_kind() throws IOException {
    for (int size : List.of(0, 1, 65_535, 65_536, 65_537, 300_000)) {
      String body = "x".repeat(size);
      assertThat(answer(send("Content-Length: " + size + "\r\nConnection: close\r\n", body)))
          .contains("200 OK")
          .endsWith((size > 65_536 ? "large" : "small") + ", read " + size);
      String chunk = size == 0 ? "" : Integer.toHexString(size) + "\r\n" + body + "\r\n";
      assertThat(
              answer(
                  send("Transfer-Encoding: chunked\r\nConnection: close\r\n", chunk + "0\r\n\r\n")))
          .contains("200 OK")
          .contains((size > 65_536 ? "large" : "small") + ", read " + size);
    }
  }

  @Test
  void should_answer_others_while_clients_that_were_refused_are_silent() throws IOException {
    List<Socket> refused = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      refused.add(send("Refuse: yes\r\nContent-Length: 1000000\r\n", LARGE));
    }

    assertThat(answer(send("Content-Length: 3\r\nConnection: close\r\n", "abc")))
        .endsWith("read 3");
    for (Socket socket : refused) {
      assertThat(answer(socket)).contains("401 Unauthorized", "Connection: close");
    }
  }

  @Test
  void should_let_a_client_that_was_refused_finish_its_body_and_read_the_answer()
      throws IOException {
    Socket refused = send("Refuse: yes\r\nContent-Length: 1000000\r\n", LARGE);
    for (int i = 1; i < 10; i++) {
      refused.getOutputStream().write(LARGE.getBytes(StandardCharsets.US_ASCII));
    }

    assertThat(answer(refused)).contains("401 Unauthorized");
  }

  @Test
  void should_end_bodies_that_do_not_come_in() throws IOException {
    List<Socket> silent = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      silent.add(send("Content-Length: 1000\r\n", "x"));
    }

    assertThat(answer(send("Content-Length: 3\r\nConnection: close\r\n", "abc")))
        .endsWith("read 3");
    for (Socket socket : silent) {
      assertThat(answer(socket)).contains("408 Request Time", "body-too-slow");
    }
  }

  @Test
  void should_answer_in_full_over_http2_before_it_resets_a_request() throws IOException {
    List<Http2Stream> refused = new ArrayList<>();
    List<Http2Stream> silent = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      refused.add(new Http2Stream(connect()));
      refused.get(i).post("/", "[", "refuse", "yes", "content-length", "1000000");
      silent.add(new Http2Stream(connect()));
      silent.get(i).post("/", "[", "authorization", "any", "content-length", "1000");
    }

    assertThat(answer(send("Content-Length: 3\r\nConnection: close\r\n", "abc")))
        .endsWith("read 3");
    for (Http2Stream stream : refused) {
      assertThat(stream.answer()).containsExactly("401", "end", "reset");
    }
    for (Http2Stream stream : silent) {
      assertThat(stream.answer()).containsExactly("408", "end", "reset");
    }
  }

  @Test
  void should_know_which_clients_have_hung_up() throws Exception {
    stays.set(true);
    Socket gone = send("Wait: yes\r\nContent-Length: 3\r\n", "abc");
    assertThat(presence.poll(1, TimeUnit.MINUTES)).isFalse();
    gone.close();
    assertThat(presence.poll(1, TimeUnit.MINUTES)).isTrue();

    // With its next request on the same connection, which must not be lost.
    Socket patient = send("Wait: yes\r\nContent-Length: 3\r\n", "abc");
    assertThat(presence.poll(1, TimeUnit.MINUTES)).isFalse();
    patient.getOutputStream().write(request("Content-Length: 4\r\nConnection: close\r\n", "abcd"));
    stays.set(false);
    assertThat(presence.poll(1, TimeUnit.MINUTES)).isFalse();
    assertThat(answer(patient)).contains("small, read 3").endsWith("small, read 4");
  }

  private Socket send(String headers, String body) throws IOException {
    Socket socket = connect();
    socket.getOutputStream().write(request(headers, body));
    return socket;
  }

  private static byte[] request(String headers, String body) {
    return "POST / HTTP/1.1\r\nHost: localhost\r\nAuthorization: any\r\n%s\r\n%s"
        .formatted(headers, body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.connect((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
    return socket;
  }

  /** All that comes until the server closes the connection. */
  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }
}
