package dev.tiankong.webhook;

import dev.tiankong.batch.submit.CallbackCheck;
import dev.tiankong.wording.ProblemCode;
import dev.tiankong.wording.Refusal;
import dev.tiankong.wording.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/** Says at the submit what is wrong with a callback; its address is looked at again later. */
@ApplicationScoped
class CheckCallback implements CallbackCheck {

  private static final String OPTION = "callbackUrl";
  private static final int LONGEST = 2_000;

  @Inject ReachableAddresses addresses;
  @Inject SigningSecrets secrets;

  @Override
  public void check(String owner, String url) {
    URI uri = parsed(url);
    CallbackPort.complaint(uri)
        .ifPresent(
            complaint -> {
              throw refused(complaint);
            });
    try {
      addresses.resolve(uri.getHost(), isEncrypted(uri));
    } catch (ForbiddenAddressException e) {
      throw refused(e.sentence());
    } catch (UnknownHostException e) {
      throw invalid(
          Sentence.of("unknown-host", "\"{option}\" has an unknown host: {host}.")
              .with("host", uri.getHost()));
    }
    if (secrets.find(owner).isEmpty()) {
      throw new Refusal(
          ProblemCode.NO_WEBHOOK_SECRET,
          Sentence.of(
                  "You have no secret to sign webhooks with: create one with POST /api/v1/webhooks/secret.")
              .with(Sentence.OPTION, OPTION));
    }
  }

  /**
   * @param complaint the end of a sentence
   */
  private static Refusal refused(Sentence complaint) {
    return new Refusal(
        ProblemCode.CALLBACK_REFUSED,
        new Sentence(
                "\"{option}\" cannot be used: " + complaint.template() + ".", complaint.values())
            .with(Sentence.OPTION, OPTION));
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
        Sentence.of(
                "invalid",
                "\"{option}\" must be a URL such as \"https://example.org/hook\", of at most {most} characters, without a user.")
            .with("most", LONGEST));
  }

  /** Java takes the host of such an address for none at all. */
  private static void requireAsciiHost(URI uri) {
    String host = uri.getAuthority();
    if (uri.getHost() == null && host != null && !host.matches("\\p{ASCII}*")) {
      throw invalid(
          Sentence.of(
                  "host-not-ascii", "The host of \"{option}\" must be in ASCII, as in \"{ascii}\".")
              .with("ascii", ascii(host)));
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

  private static Refusal invalid(Sentence sentence) {
    return new Refusal(ProblemCode.INVALID_OPTIONS, sentence.with(Sentence.OPTION, OPTION));
  }
}
