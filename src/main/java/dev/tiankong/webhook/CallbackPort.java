package dev.tiankong.webhook;

import dev.tiankong.wording.Sentence;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The ports that webhooks may go to: those of HTTP, and those that anybody may listen on. Otherwise
 * a user could have the server send what a mail server or a shell would take for commands.
 */
final class CallbackPort {

  /** Not given. */
  private static final int DEFAULT = -1;

  private static final Set<Integer> WEB = Set.of(DEFAULT, 80, 443);

  /** The lower ones belong to other services; on Unix only root may listen there. */
  private static final int FIRST_OPEN = 1024;

  private static final int LAST = 65_535;

  /** From 1024 on, those that browsers refuse ("bad port" in the Fetch standard of WHATWG). */
  private static final Set<Integer> OTHER_SERVICES =
      Set.of(
          1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668,
          6669, 6679, 6697, 10080);

  private CallbackPort() {}

  /** What is wrong with the URI's port, as the end of a sentence; empty if nothing is. */
  static Optional<Sentence> complaint(URI uri) {
    int port = uri.getPort();
    if (WEB.contains(port)) {
      return Optional.empty();
    }
    if (port < 1 || port > LAST) {
      return Optional.of(
          Sentence.of("no-port", "{port} is not a valid port: ports are 1 to {most}")
              .with("port", port)
              .with("most", LAST));
    }
    return port < FIRST_OPEN || OTHER_SERVICES.contains(port)
        ? Optional.of(
            Sentence.of(
                    "port",
                    "port {port} belongs to another service: use 443, 80 or {least} and above")
                .with("port", port)
                .with("least", FIRST_OPEN))
        : Optional.empty();
  }
}
