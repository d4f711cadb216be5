package dev.tiankong.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionLimitsTest {

  @Test
  void should_be_those_of_the_documentation_unless_set() {
    assertThat(ConnectionLimits.of(Map.of())).isEqualTo(new ConnectionLimits(64, 500, 1024));
    assertThat(ConnectionLimits.of(Map.of("TIANKONG_REQUESTS_PER_ADDRESS", "7")))
        .isEqualTo(new ConnectionLimits(64, 7, 1024));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", ""})
  void should_say_which_setting_is_no_limit(String given) {
    assertThatThrownBy(() -> ConnectionLimits.of(Map.of("TIANKONG_MINIMUM_RATE", given)))
        .hasMessage("TIANKONG_MINIMUM_RATE must be a whole number of at least 1, not " + given);
  }
}
