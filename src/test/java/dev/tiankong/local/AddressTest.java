package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @Test
  void should_listen_on_loopback_unless_told_otherwise() {
    assertThat(Address.of(Map.of())).isEqualTo(new Address("127.0.0.1", 8080));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.2, http://127.0.0.2:81",
    "0.0.0.0, http://127.0.0.1:81",
    "::, http://127.0.0.1:81",
    "::1, http://[::1]:81"
  })
  void should_tell_browsers_an_address_that_they_reach(String host, String uri) {
    assertThat(new Address(host, 81).uri()).hasToString(uri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "00", "http", "-1", "65536", "123456", "80 ", "８０"})
  void should_refuse_what_is_no_port(String port) {
    assertThatThrownBy(() -> Address.of(Map.of("TIANKONG_HTTP_PORT", port)))
        .isInstanceOf(CannotStart.class)
        .hasMessage("TIANKONG_HTTP_PORT is %s: set it to a port number, from 1 to 65535.", port);
  }
}
