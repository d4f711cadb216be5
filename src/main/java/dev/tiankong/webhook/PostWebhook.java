package dev.tiankong.webhook;

import static java.lang.System.Logger.Level.DEBUG;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes one request. The connection goes to an address that was checked when the name was looked up
 * for it, so that a name which means another address by now gets nobody any further. Redirects are
 * not followed, and of the answer nothing but its head is read.
 */
@ApplicationScoped
class PostWebhook {

  private static final System.Logger LOG = System.getLogger(PostWebhook.class.getName());

  private static final Timeout CONNECT = Timeout.ofSeconds(5);
  private static final Timeout SILENCE = Timeout.ofSeconds(15);

  /** Against those that answer a byte at a time. */
  private static final int LONGEST_SECONDS = 20;

  @Inject ReachableAddresses addresses;
  @Resource ManagedScheduledExecutorService scheduler;

  private CloseableHttpClient encrypted;
  private CloseableHttpClient plain;

  @PostConstruct
  void open() {
    encrypted = client(new CheckedResolver(addresses, true));
    plain = client(new CheckedResolver(addresses, false));
  }

  private static CloseableHttpClient client(CheckedResolver resolver) {
    return HttpClients.custom()
        .setConnectionManager(connections(resolver))
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(SILENCE).build())
        // Each attempt looks the name up.
        .setConnectionReuseStrategy((request, response, context) -> false)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .setUserAgent("Tiankong")
        .build();
  }

  private static HttpClientConnectionManager connections(CheckedResolver resolver) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(resolver)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(SILENCE).build())
        .build();
  }

  /** Whatever the receiver does, and whatever fails here, is an outcome: it counts and ends. */
  DeliveryOutcome post(DeliveryAttempt attempt) {
    try {
      URI url = attempt.url();
      return CallbackPort.complaint(url)
          .map(complaint -> DeliveryOutcome.failed(complaint.text()))
          .orElseGet(() -> send(request(attempt, url), url));
    } catch (RuntimeException e) {
      LOG.log(DEBUG, "Could not send a webhook", e);
      return DeliveryOutcome.failed(FailedRequest.reason(e));
    }
  }

  private DeliveryOutcome send(HttpPost request, URI url) {
    Future<?> deadline = scheduler.schedule(request::cancel, LONGEST_SECONDS, TimeUnit.SECONDS);
    CloseableHttpClient client = CheckCallback.isEncrypted(url) ? encrypted : plain;
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      return DeliveryOutcome.answered(response.getCode());
    } catch (IOException e) {
      return DeliveryOutcome.failed(
          request.isCancelled()
              ? "No response within %d seconds".formatted(LONGEST_SECONDS)
              : FailedRequest.reason(e, url));
    } finally {
      deadline.cancel(false);
    }
  }

  private static HttpPost request(DeliveryAttempt attempt, URI url) {
    HttpPost request = new HttpPost(url);
    request.setHeader("webhook-id", attempt.delivery().messageId());
    request.setHeader("webhook-timestamp", attempt.timestamp());
    request.setHeader("webhook-signature", attempt.signature());
    request.setEntity(new StringEntity(attempt.delivery().body(), ContentType.APPLICATION_JSON));
    return request;
  }

  @PreDestroy
  void close() {
    encrypted.close(CloseMode.IMMEDIATE);
    plain.close(CloseMode.IMMEDIATE);
  }
}
