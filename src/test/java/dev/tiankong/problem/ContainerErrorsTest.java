package dev.tiankong.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "401, sign-in-required",
    "403, forbidden",
    "418, request-refused",
    "429, sign-in-closed",
    "503, unavailable"
  })
  void should_say_what_the_container_refuses(int status, String code) throws IOException {
    StringWriter written = new StringWriter();
    HttpServletRequest request =
        proxy(
            HttpServletRequest.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRequestURI" -> "/api/v1/me";
                  case "getAttribute" ->
                      arguments[0].equals(RequestDispatcher.ERROR_STATUS_CODE) ? status : null;
                  default -> null;
                });
    HttpServletResponse response =
        proxy(
            HttpServletResponse.class,
            (proxy, method, arguments) ->
                method.getName().equals("getWriter") ? new PrintWriter(written) : null);

    new ContainerErrors().service(request, response);

    assertThat(written.toString()).contains("urn:tiankong:problem:" + code, "\"status\":" + status);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
