package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tiankong.http2.Http2Stream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** HTTPS with a self-made certificate, switched on by the environment alone. */
@ArquillianTest
class TlsIT {

  private static final URI MODELS =
      URI.create("https://localhost:" + System.getenv("TIANKONG_HTTPS_PORT") + "/api/v1/models");

  private final List<Socket> sockets = new ArrayList<>();

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void should_answer_over_tls_whoever_trusts_the_certificate() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .sslContext(trusting())
            .build()
            .send(request(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .hasValue("max-age=31536000; includeSubDomains");
  }

  @Test
  @Tag("long")
  void should_refuse_strangers_over_http2_without_waiting_for_their_bodies() throws Exception {
    List<Http2Stream> silent = new ArrayList<>();
    for (int i = 0; i < SlowClientIT.CLIENTS; i++) {
      SSLSocket socket =
          (SSLSocket)
              trusting().getSocketFactory().createSocket(MODELS.getHost(), MODELS.getPort());
      sockets.add(socket);
      SSLParameters http2 = socket.getSSLParameters();
      http2.setApplicationProtocols(new String[] {"h2"});
      socket.setSSLParameters(http2);
      socket.setSoTimeout(60_000);
      silent.add(new Http2Stream(socket));
      silent.get(i).post("/api/v1/batches", "[", "content-length", "100000");
    }

    assertThat(Client.admin().get("/api/v1/me").status()).isEqualTo(200);
    for (Http2Stream stream : silent) {
      assertThat(stream.answer()).containsExactly("401", "end", "reset");
    }
  }

  @Test
  void should_show_the_configured_certificate_and_no_other() {
    assertThatThrownBy(() -> HttpClient.newHttpClient().send(request(), BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void should_keep_a_session_in_a_cookie_that_only_this_host_can_set() throws Exception {
    Account account = Account.make("viewer");
    HttpResponse<String> session =
        send(
            HttpRequest.newBuilder(MODELS.resolve("/api/v1/session"))
                .header("Authorization", Client.basic(account.name(), account.password()))
                .POST(BodyPublishers.noBody()));

    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .startsWith("__Host-tiankong-session=tk_")
        .containsIgnoringCase("Secure")
        .containsIgnoringCase("Path=/")
        .doesNotContainIgnoringCase("Domain");
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertThat(statusWith(pair)).isEqualTo(200);
    // That of plain HTTP, which anybody between browser and server could have set.
    assertThat(statusWith(pair.replace("__Host-", ""))).isEqualTo(401);
    HttpResponse<String> closed =
        send(
            HttpRequest.newBuilder(MODELS.resolve("/api/v1/session"))
                .header("Cookie", pair)
                .DELETE());
    assertThat(closed.statusCode()).isEqualTo(204);
    assertThat(statusWith(pair)).isEqualTo(401);
  }

  private static int statusWith(String cookie) throws Exception {
    return send(HttpRequest.newBuilder(MODELS).header("Cookie", cookie)).statusCode();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newBuilder()
        .sslContext(trusting())
        .build()
        .send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest request() {
    return HttpRequest.newBuilder(MODELS).build();
  }

  private static SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(Path.of(System.getenv("TIANKONG_KEYSTORE")))) {
      store.load(file, System.getenv("TIANKONG_KEYSTORE_PASSWORD").toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("tiankong", store.getCertificate("tiankong"));
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
