package dev.tiankong.webhook;

import java.net.UnknownHostException;

/** A host is where webhooks may not go. Says nothing of where that is: names can be internal. */
class ForbiddenAddressException extends UnknownHostException {

  ForbiddenAddressException(String host, boolean encrypted) {
    super(
        encrypted
            ? host + " is not on the public internet, and no operator allowed it"
            : host + " is not where an operator allowed webhooks without TLS: use https");
  }
}
