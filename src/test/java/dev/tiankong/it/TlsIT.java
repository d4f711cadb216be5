package dev.tiankong.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** HTTPS with a self-made certificate, switched on by the environment alone. */
@ArquillianTest
class TlsIT {

  private static final URI MODELS =
      URI.create("https://localhost:" + System.getenv("TIANKONG_HTTPS_PORT") + "/api/v1/models");

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
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
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void should_show_the_configured_certificate_and_no_other() {
    assertThatThrownBy(() -> HttpClient.newHttpClient().send(request(), BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
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
