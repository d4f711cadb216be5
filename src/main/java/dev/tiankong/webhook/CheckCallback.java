package dev.tiankong.webhook;

import dev.tiankong.batch.CallbackCheck;
import dev.tiankong.batch.InvalidOptionsException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/** Says at the submit what is wrong with a callback; its address is looked at again later. */
@ApplicationScoped
class CheckCallback implements CallbackCheck {

  private static final int LONGEST = 2_000;

  @Inject ReachableAddresses addresses;
  @Inject SigningSecrets secrets;

  @Override
  public void check(String owner, String url) {
    URI uri = parsed(url);
    CallbackPort.complaint(uri).ifPresent(CheckCallback::refuse);
    try {
      addresses.resolve(uri.getHost(), isEncrypted(uri));
    } catch (ForbiddenAddressException e) {
      refuse(e.getMessage());
    } catch (UnknownHostException e) {
      throw invalid("names a host that cannot be found: " + uri.getHost());
    }
    if (secrets.find(owner).isEmpty()) {
      throw new InvalidOptionsException(
          "no-webhook-secret",
          "You have no secret to sign webhooks with: make one by POST /api/v1/webhooks/secret.");
    }
  }

  private static void refuse(String reason) {
    throw new InvalidOptionsException(
        "callback-refused", "\"callbackUrl\" cannot be used: " + reason + ".");
  }

  private static URI parsed(String url) {
    try {
      URI uri = new URI(url);
      if (isWeb(uri) && uri.getUserInfo() == null && url.length() <= LONGEST) {
        return uri;
      }
      requireAsciiHost(uri);
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw invalid(
        "must be an address such as \"https://example.org/hook\", of at most %d characters, without a user"
            .formatted(LONGEST));
  }

  /** Java takes the host of such an address for none at all. */
  private static void requireAsciiHost(URI uri) {
    String host = uri.getAuthority();
    if (uri.getHost() == null && host != null && !host.matches("\\p{ASCII}*")) {
      throw invalid("must name its host in ASCII, as in \"%s\"".formatted(ascii(host)));
    }
  }

  private static String ascii(String host) {
    try {
      return IDN.toASCII(host);
    } catch (IllegalArgumentException e) {
      // No name of a host in any script.
      return "xn--fsqu00a.example";
    }
  }

  private static boolean isWeb(URI uri) {
    return uri.getHost() != null && (isEncrypted(uri) || "http".equalsIgnoreCase(uri.getScheme()));
  }

  static boolean isEncrypted(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  private static InvalidOptionsException invalid(String what) {
    return new InvalidOptionsException("invalid-options", "\"callbackUrl\" " + what + ".");
  }
}
