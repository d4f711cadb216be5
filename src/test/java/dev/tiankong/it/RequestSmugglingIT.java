package dev.tiankong.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bytes that a proxy in front of the server may take for one request and the server for two, or the
 * other way round. Whoever sends them could put a request of theirs into another's connection.
 */
@ArquillianTest
class RequestSmugglingIT {

  private static final int PATIENCE_MS = 10_000;
  private static final String LIVE = "/api/v1/health/live";
  private static final String GET = "GET " + LIVE + " HTTP/1.1\r\n";
  private static final String POST = "POST /api/v1/batches HTTP/1.1\r\nHost: first\r\n";
  private static final String NEXT = GET + "Host: second\r\n\r\n";
  private static final String LAST = GET + "Host: last\r\nConnection: close\r\n\r\n";

  private static final String STATUS = "HTTP/1.1 ";
  private static final String OPEN = "(the connection stays open)";

  @Deployment(testable = false)
  static WebArchive war() {
    return War.asBuilt();
  }

  static Stream<Arguments> ambiguous() {
    return Stream.of(
        arguments("headers that end in CR CR CR", GET + "Host: first\r\r\r" + NEXT),
        arguments("headers that end in CR LF CR CR CR", GET + "Host: first\r\n\r\r\r" + NEXT),
        arguments(
            "a space before the first header",
            GET + " Content-Length: 4\r\nHost: first\r\n\r\nGET "),
        arguments(
            "a tab before the first header",
            GET + "\tContent-Length: 4\r\nHost: first\r\n\r\nGET "),
        arguments(
            "a space before a later header", GET + "Host: first\r\n Content-Length: 4\r\n\r\nGET "),
        arguments("a NUL in a header", GET + "Host: first\r\nX-Any: a\0b\r\n\r\n"),
        arguments("a lone LF after a header", GET + "Host: first\nX-Any: a\r\n\r\n"),
        arguments(
            "a lone LF after the request line", "GET " + LIVE + " HTTP/1.1\nHost: first\r\n\r\n"),
        arguments("a lone LF at the end of the headers", GET + "Host: first\r\n\n"),
        arguments("a lone CR after a header", GET + "Host: first\rX-Any: a\r\n\r\n"),
        arguments("a CR in a header", GET + "Host: first\r\nX-Any: a\rb\r\n\r\n"),
        arguments("a space before the colon", GET + "Host: first\r\nX-Any : a\r\n\r\n"),
        arguments("a header without a name", GET + "Host: first\r\n: a\r\n\r\n"),
        arguments("a header without a colon", GET + "Host: first\r\nX-Any\r\n\r\n"),
        arguments("a name that is no token", GET + "Host: first\r\nX(Any): a\r\n\r\n"),
        arguments(
            "chunked that is not the last coding",
            POST + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + NEXT),
        arguments(
            "an unknown coding", POST + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + NEXT),
        arguments(
            "chunked twice", POST + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n" + NEXT),
        arguments(
            "a length beside chunked",
            POST + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + NEXT),
        arguments("two lengths", POST + "Content-Length: 5\r\nContent-Length: 0\r\n\r\n" + NEXT),
        arguments("a length with a sign", POST + "Content-Length: +5\r\n\r\n12345" + NEXT),
        arguments("a length in hexadecimal", POST + "Content-Length: 0x5\r\n\r\n12345" + NEXT),
        arguments(
            "identity after chunked",
            POST
                + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
                + NEXT),
        arguments(
            "chunked after identity",
            POST
                + "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                + NEXT),
        arguments(
            "chunked with a vertical tab",
            POST + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n" + NEXT),
        arguments("two hosts", GET + "Host: first\r\nHost: second\r\n\r\n"),
        arguments("no host", GET + "\r\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ambiguous")
  void should_refuse_and_hang_up(String what, String bytes) throws IOException {
    String answer = answerTo(bytes);

    assertThat(answer).startsWith("HTTP/1.1 400 ").containsOnlyOnce(STATUS).doesNotContain(OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0\r\n\r\n", "xyz\r\n\r\n", "\r\n\r\n", "0;a=\n\r\n", "1\nX\n0\r\n\r\n"})
  void should_answer_nothing_that_follows_a_chunked_body(String chunks) throws IOException {
    String answer = answerTo(POST + "Transfer-Encoding: chunked\r\n\r\n" + chunks + NEXT);

    assertThat(answer).containsOnlyOnce(STATUS).doesNotContain(OPEN);
  }

  @Test
  void should_read_a_line_that_begins_with_a_space_as_part_of_the_header_above()
      throws IOException {
    String folded = GET + "Host: first\r\nX-Any: a\r\n Connection: close\r\n\r\n";

    assertThat(answerTo(folded + LAST)).matches("(?s)HTTP/1.1 200 .*HTTP/1.1 200 .*");
  }

  @Test
  void should_answer_two_requests_that_everybody_reads_alike() throws IOException {
    assertThat(answerTo(NEXT + LAST)).matches("(?s)HTTP/1.1 200 .*HTTP/1.1 200 .*");
  }

  /** All that the server sends until it closes the connection, or whether it does not. */
  private static String answerTo(String bytes) throws IOException {
    URI server = URI.create("http://127.0.0.1:" + System.getenv("TIANKONG_HTTP_PORT"));
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (SocketTimeoutException e) {
        answer.writeBytes(OPEN.getBytes(ISO_8859_1));
      }
      return answer.toString(ISO_8859_1);
    }
  }
}
