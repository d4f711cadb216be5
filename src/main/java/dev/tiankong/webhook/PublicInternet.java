package dev.tiankong.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** What can be reached from everywhere, by IANA's registries of special-purpose addresses. */
final class PublicInternet {

  /** All of IPv6 that is given out so far. Loopback, links, sites and NAT64 lie elsewhere. */
  private static final CidrBlock GLOBAL_UNICAST = CidrBlock.of("2000::/3");

  private static final List<CidrBlock> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              // Where Azure tells its machines about themselves, though it is an ordinary address.
              "168.63.129.16/32",
              // Teredo and 6to4 carry addresses of IPv4 in them.
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(CidrBlock::of)
          .toList();

  private PublicInternet() {}

  static boolean has(InetAddress address) {
    return !(address instanceof Inet6Address && !GLOBAL_UNICAST.contains(address))
        && SPECIAL.stream().noneMatch(network -> network.contains(address));
  }
}
