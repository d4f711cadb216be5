package dev.tiankong.webhook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Why a request had no answer, in words for the receiver's operator. */
final class FailedRequest {

  private FailedRequest() {}

  /** Nothing was sent: the address, or something in here, does not allow it. */
  static String reason(RuntimeException failure) {
    return "The request could not be made: " + message(failure);
  }

  static String reason(IOException failure, URI url) {
    // Some exceptions are kinds of others, so the order counts.
    if (failure instanceof ForbiddenAddressException) {
      return failure.getMessage();
    }
    if (failure instanceof UnknownHostException) {
      return "Unknown host: " + url.getHost();
    }
    if (failure instanceof ConnectTimeoutException) {
      return "Connection to %s timed out".formatted(place(url));
    }
    if (failure instanceof SocketTimeoutException) {
      return "No response in time";
    }
    if (failure instanceof ConnectException) {
      return "Connection refused by " + place(url);
    }
    if (failure instanceof SSLException) {
      return "TLS failed: " + message(failure);
    }
    if (failure instanceof NoHttpResponseException) {
      return "The connection was closed without a response";
    }
    return "The connection failed: " + message(failure);
  }

  // Not all of the address: its path or query may be what keeps others out.
  private static String place(URI url) {
    return url.getPort() < 0 ? url.getHost() : url.getHost() + ":" + url.getPort();
  }

  private static String message(Exception failure) {
    return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
  }
}
