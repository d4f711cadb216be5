package dev.tiankong.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.255.255",
        "223.255.255.255",
        "2606:4700::1111"
      })
  void should_have_what_everybody_reaches(String address) throws UnknownHostException {
    assertThat(PublicInternet.has(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0",
        "10.255.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.19.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::"
      })
  void should_not_have_what_means_something_else_here(String address) throws UnknownHostException {
    assertThat(PublicInternet.has(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void should_reach_what_an_operator_allows_and_the_public_with_tls_only()
      throws UnknownHostException {
    var addresses = new ReachableAddresses(Optional.of(List.of("10.1.0.0/16", "::1")));
    InetAddress inside = InetAddress.getByName("10.1.255.255");
    InetAddress beside = InetAddress.getByName("10.2.0.0");
    InetAddress outside = InetAddress.getByName("8.8.8.8");

    assertThat(addresses.permits(inside, false)).isTrue();
    assertThat(addresses.permits(inside, true)).isTrue();
    assertThat(addresses.permits(beside, true)).isFalse();
    assertThat(addresses.permits(outside, true)).isTrue();
    assertThat(addresses.permits(outside, false)).isFalse();
  }

  /** The check at the connection, which a name cannot get round by changing its mind. */
  @Test
  void should_give_a_connection_no_address_that_is_not_permitted() throws UnknownHostException {
    var strict = new ReachableAddresses(Optional.empty());

    assertThatThrownBy(() -> new CheckedResolver(strict, true).resolve("localhost"))
        .isInstanceOf(ForbiddenAddressException.class);
    assertThat(new CheckedResolver(strict, true).resolve("8.8.8.8")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "::/129"})
  void should_refuse_a_setting_that_is_no_network(String cidr) {
    assertThatIllegalArgumentException().isThrownBy(() -> CidrBlock.of(cidr));
  }
}
