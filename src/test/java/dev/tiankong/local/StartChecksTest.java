package dev.tiankong.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartChecksTest {
  private static final long A_PEBIBYTE_IN_MIB = 1L << 30;

  @Test
  void should_refuse_a_port_while_someone_listens_there() throws IOException {
    Address address;
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = new Address("127.0.0.1", other.getLocalPort());
      assertThatThrownBy(() -> StartChecks.portIsFree(address))
          .isInstanceOf(CannotStart.class)
          .hasMessageContainingAll("127.0.0.1:" + address.port(), "set TIANKONG_HTTP_PORT");
    }

    assertThatCode(() -> StartChecks.portIsFree(address)).doesNotThrowAnyException();
  }

  @Test
  void should_refuse_an_address_of_another_machine() {
    // 192.0.2.0/24 is reserved for documentation: no machine has it.
    assertThatThrownBy(() -> StartChecks.portIsFree(new Address("192.0.2.1", 8080)))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("TIANKONG_BIND");
  }

  @Test
  void should_refuse_a_disk_that_is_too_small(@TempDir Path folder) {
    assertThatCode(() -> StartChecks.hasSpace(folder, 1)).doesNotThrowAnyException();
    assertThatThrownBy(() -> StartChecks.hasSpace(folder, A_PEBIBYTE_IN_MIB))
        .isInstanceOf(CannotStart.class)
        .hasMessageContainingAll(folder.toString(), "needs " + A_PEBIBYTE_IN_MIB, "TIANKONG_HOME");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"TIANKONG_HTTPS_PORT", "TIANKONG_MANAGEMENT_PORT", "TIANKONG_BROKER_PORT"})
  void should_refuse_a_port_that_is_none(String setting) {
    assertThatCode(() -> StartChecks.portsAreNumbers(Map.of(setting, "1")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> StartChecks.portsAreNumbers(Map.of(setting, "")))
        .isInstanceOf(CannotStart.class)
        .hasMessage(setting + " is empty: set it to a port number, from 1 to 65535.");
  }
}
