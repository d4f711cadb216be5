package dev.tiankong.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses.
 *
 * @param length of its addresses, in bits
 * @param prefix what they have in common
 * @param bits how many those are
 */
record CidrBlock(int length, BigInteger prefix, int bits) {

  /** Only numbers: a name would have to be looked up, and could change. */
  private static final Pattern NUMERIC = Pattern.compile("[0-9A-Fa-f:.]+");

  /**
   * @param cidr such as {@code 10.0.0.0/8}, or a single address
   * @throws IllegalArgumentException if it is neither
   */
  static CidrBlock of(String cidr) {
    String[] parts = cidr.strip().split("/", 2);
    try {
      if (NUMERIC.matcher(parts[0]).matches()) {
        byte[] address = InetAddress.getByName(parts[0]).getAddress();
        int length = address.length * Byte.SIZE;
        int bits = parts.length == 1 ? length : Integer.parseInt(parts[1]);
        if (bits >= 0 && bits <= length) {
          return new CidrBlock(length, common(address, bits), bits);
        }
      }
    } catch (UnknownHostException | NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "\"%s\" is not a network such as 10.1.0.0/16".formatted(cidr));
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length * Byte.SIZE == length && common(bytes, bits).equals(prefix);
  }

  private static BigInteger common(byte[] address, int bits) {
    return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
  }
}
