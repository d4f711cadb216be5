package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerAcceptorTest {

  @Test
  void should_be_off_unless_it_is_switched_on() {
    assertThat(BrokerAcceptor.isOn(Map.of())).isFalse();
    assertThat(BrokerAcceptor.isOn(Map.of("TIANKONG_BROKER_ACCEPTOR", "false"))).isFalse();
    assertThat(BrokerAcceptor.isOn(Map.of("TIANKONG_BROKER_ACCEPTOR", "true"))).isTrue();
  }

  @Test
  void should_listen_on_loopback_even_where_HTTP_does_not() {
    assertThat(Address.ofBroker(Map.of("TIANKONG_BIND", "0.0.0.0")))
        .isEqualTo(new Address("127.0.0.1", 61616));
  }

  @Test
  void should_refuse_a_value_that_is_neither_true_nor_false() {
    assertThatThrownBy(() -> BrokerAcceptor.check(Map.of("TIANKONG_BROKER_ACCEPTOR", "yes")))
        .isInstanceOf(CannotStart.class)
        .hasMessage("TIANKONG_BROKER_ACCEPTOR is yes: set it to true or false.");
  }

  @Test
  void should_refuse_to_open_a_broker_that_is_not_there() {
    assertThatThrownBy(
            () ->
                BrokerAcceptor.check(
                    Map.of("TIANKONG_BROKER_ACCEPTOR", "true", "TIANKONG_BROKER_HOST", "other")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("TIANKONG_BROKER_HOST");
  }

  @Test
  void should_refuse_a_port_while_someone_listens_there() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());
      assertThatThrownBy(
              () ->
                  BrokerAcceptor.check(
                      Map.of(
                          "TIANKONG_BROKER_ACCEPTOR",
                          "true",
                          "TIANKONG_BROKER_ACCEPTOR_PORT",
                          port)))
          .isInstanceOf(CannotStart.class)
          .hasMessageContainingAll("127.0.0.1:" + port, "set TIANKONG_BROKER_ACCEPTOR_PORT");
    }
  }
}
