package dev.tiankong.logging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLogContextTest {

  private static final String BATCH = "019ab1f2-6c9a-7d61-9d0e-5f4f6a7a8c11";

  @ParameterizedTest
  @ValueSource(strings = {"", "/results", "/attempts", "/deliveries/msg_1/resend"})
  void should_name_the_batch_of_the_path_while_the_request_lasts(String below)
      throws IOException, ServletException {
    assertThat(during("/api/v1/batches/" + BATCH + below)).isEqualTo(BATCH);
    assertThat(MDC.get("batch")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/batches",
        "/api/v1/batches/x%0A2026-01-01",
        "/api/v1/batches/" + BATCH + "%0A",
        "/api/v1/users/" + BATCH
      })
  void should_take_nothing_else_from_a_path(String path) throws IOException, ServletException {
    assertThat(during(path)).isNull();
  }

  @Test
  void should_end_with_a_request_that_fails() {
    try {
      new RequestLogContext()
          .doFilter(
              request("/api/v1/batches/" + BATCH),
              null,
              (request, response) -> {
                throw new IOException();
              });
    } catch (IOException | ServletException e) {
      // As expected.
    }
    assertThat(MDC.get("batch")).isNull();
  }

  private static Object during(String path) throws IOException, ServletException {
    List<Object> seen = new ArrayList<>();
    new RequestLogContext()
        .doFilter(request(path), null, (request, response) -> seen.add(MDC.get("batch")));
    assertThat(seen).hasSize(1);
    return seen.get(0);
  }

  private static HttpServletRequest request(String path) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            RequestLogContextTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> path);
  }
}
