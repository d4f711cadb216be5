package dev.tiankong.webhook;

import dev.tiankong.wording.Sentence;
import java.net.UnknownHostException;

/** A host is where webhooks may not go. Says nothing of where that is: names can be internal. */
class ForbiddenAddressException extends UnknownHostException {

  private final transient Sentence sentence;

  ForbiddenAddressException(String host, boolean encrypted) {
    this(
        (encrypted
                ? Sentence.of(
                    "address",
                    "{host} is not on the public internet, and no operator has allowed it")
                : Sentence.of(
                    "not-encrypted",
                    "no operator has allowed webhooks to {host} without TLS: use https"))
            .with("host", host));
  }

  private ForbiddenAddressException(Sentence sentence) {
    super(sentence.text());
    this.sentence = sentence;
  }

  Sentence sentence() {
    return sentence;
  }
}
