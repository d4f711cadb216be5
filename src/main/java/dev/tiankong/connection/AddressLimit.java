package dev.tiankong.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the requests in progress of each remote address. With IPv6 a network of 64 bits counts as
 * one address, since each client has at least that.
 */
final class AddressLimit {

  private static final int NETWORK_BYTES = 8;

  private final int most;
  private final Map<Long, Integer> open = new ConcurrentHashMap<>();

  AddressLimit(int most) {
    this.most = most;
  }

  /**
   * @return false if the address has as many as it may have
   */
  boolean enter(InetAddress address) {
    // Counts one too many for a moment, so that one step tells whether there was room.
    if (open.merge(key(address), 1, Integer::sum) > most) {
      leave(address);
      return false;
    }
    return true;
  }

  void leave(InetAddress address) {
    open.computeIfPresent(key(address), (key, count) -> count == 1 ? null : count - 1);
  }

  private static Long key(InetAddress address) {
    byte[] bytes = address.getAddress();
    int length = address instanceof Inet6Address ? NETWORK_BYTES : bytes.length;
    long key = 0;
    for (int i = 0; i < length; i++) {
      key = key << Byte.SIZE | bytes[i] & 0xff;
    }
    return key;
  }
}
