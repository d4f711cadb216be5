package dev.tiankong.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class AddressLimitTest {

  private final AddressLimit limit = new AddressLimit(2);

  @Test
  void should_count_each_address_by_itself() throws UnknownHostException {
    assertThat(limit.enter(address("192.0.2.1"))).isTrue();
    assertThat(limit.enter(address("192.0.2.1"))).isTrue();
    assertThat(limit.enter(address("192.0.2.1"))).isFalse();
    assertThat(limit.enter(address("192.0.2.2"))).isTrue();
  }

  @Test
  void should_let_in_again_when_one_has_left() throws UnknownHostException {
    limit.enter(address("192.0.2.1"));
    limit.enter(address("192.0.2.1"));
    limit.enter(address("192.0.2.1"));
    limit.leave(address("192.0.2.1"));

    assertThat(limit.enter(address("192.0.2.1"))).isTrue();
    assertThat(limit.enter(address("192.0.2.1"))).isFalse();
  }

  @Test
  void should_count_a_network_of_64_bits_as_one_address() throws UnknownHostException {
    limit.enter(address("2001:db8:0:1::1"));
    limit.enter(address("2001:db8:0:1::2"));

    assertThat(limit.enter(address("2001:db8:0:1:ffff::3"))).isFalse();
    assertThat(limit.enter(address("2001:db8:0:2::1"))).isTrue();
  }

  /** Never looked up, since it is no name. */
  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }
}
