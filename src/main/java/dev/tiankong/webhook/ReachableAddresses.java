package dev.tiankong.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where webhooks may go: to the public internet, and to what the operator allows. Otherwise a user
 * could have the server knock at every door in its own network.
 */
@ApplicationScoped
class ReachableAddresses {

  private List<CidrBlock> allowed;

  protected ReachableAddresses() {
    // For the client proxy.
  }

  /**
   * @param allow networks, such as {@code 10.1.0.0/16}
   */
  @Inject
  ReachableAddresses(
      @ConfigProperty(name = "tiankong.webhook.allow") Optional<List<String>> allow) {
    allowed = allow.orElse(List.of()).stream().map(CidrBlock::of).toList();
  }

  /**
   * Looks a host up. All of its addresses must be fine, or it is none to be trusted.
   *
   * @param encrypted whether TLS is used: without it only what the operator allows is reached
   * @throws ForbiddenAddressException if one of them may not be reached
   * @throws UnknownHostException if it has none
   */
  InetAddress[] resolve(String host, boolean encrypted) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!permits(address, encrypted)) {
        throw new ForbiddenAddressException(host, encrypted);
      }
    }
    return addresses;
  }

  boolean permits(InetAddress address, boolean encrypted) {
    return allowed.stream().anyMatch(network -> network.contains(address))
        || encrypted && PublicInternet.has(address);
  }
}
