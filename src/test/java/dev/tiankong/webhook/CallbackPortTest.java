package dev.tiankong.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tiankong.wording.Sentence;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackPortTest {

  @ParameterizedTest
  @ValueSource(strings = {"", ":80", ":443", ":1024", ":8080", ":8443", ":65535"})
  void should_take_those_of_http_and_those_that_are_free(String port) {
    assertThat(CallbackPort.complaint(URI.create("https://example.org%s/".formatted(port))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 22, 25, 53, 79, 81, 110, 444, 587, 1023, 2049, 6667, 10080})
  void should_refuse_those_of_other_services(int port) {
    assertThat(CallbackPort.complaint(URI.create("https://example.org:%d/".formatted(port))))
        .hasValueSatisfying(
            complaint ->
                assertThat(complaint.text()).contains(port + " belongs to another service"));
  }

  @Test
  void should_refuse_what_is_no_port() {
    assertThat(CallbackPort.complaint(URI.create("https://8.8.8.8:99999/x")).map(Sentence::text))
        .contains("99999 is not a valid port: ports are 1 to 65535");
    assertThat(CallbackPort.complaint(URI.create("https://8.8.8.8:0/")).map(Sentence::text))
        .contains("0 is not a valid port: ports are 1 to 65535");
  }
}
