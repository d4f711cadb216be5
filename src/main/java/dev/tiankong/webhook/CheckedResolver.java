package dev.tiankong.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks names up for connections, which then go to exactly these addresses. */
record CheckedResolver(ReachableAddresses addresses, boolean encrypted) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return addresses.resolve(host, encrypted);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    // Only Kerberos asks for it.
    return host;
  }
}
