package dev.tiankong.connection;

import dev.tiankong.request.UploadLimit;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;
import org.xnio.channels.StreamSourceChannel;

/**
 * Receives a small body as a whole, and the beginning of a larger one, on the I/O thread, before
 * the request goes on.
 *
 * <p>Undertow's own handler for this ({@link io.undertow.server.handlers.RequestBufferingHandler})
 * uses pooled buffers. These go back to the pool when an exchange is complete, and the thread that
 * ends it may still read them then. Here they are on the heap and used once.
 */
final class ReceiveBody implements HttpHandler {

  private static final int MOST = 1 << 16;

  private final HttpHandler next;
  private final Consumer<HttpServerExchange> tooSlow;

  /**
   * @param tooSlow answers a request whose body does not come in
   */
  ReceiveBody(HttpHandler next, Consumer<HttpServerExchange> tooSlow) {
    this.next = next;
    this.tooSlow = tooSlow;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.isRequestComplete()) {
      next.handleRequest(exchange);
      return;
    }
    if (HttpContinue.requiresContinueResponse(exchange.getRequestHeaders())) {
      moreIsToCome(exchange);
      next.handleRequest(exchange);
      return;
    }
    StreamSourceChannel channel = exchange.getRequestChannel();
    ByteBuffer body = ByteBuffer.allocate(size(exchange.getRequestContentLength()));
    if (receive(channel, body)) {
      putBack(body, exchange);
      next.handleRequest(exchange);
      return;
    }
    channel.getReadSetter().set(more -> receive(more, body, exchange));
    channel.resumeReads();
  }

  /** One more than the body has, so that its end is read, too. */
  private static int size(long length) {
    return 1 + (length >= 0 && length < MOST ? (int) length : MOST);
  }

  private void receive(StreamSourceChannel channel, ByteBuffer body, HttpServerExchange exchange) {
    try {
      if (receive(channel, body)) {
        channel.getReadSetter().set(null);
        channel.suspendReads();
        putBack(body, exchange);
        Connectors.executeRootHandler(next, exchange);
      }
    } catch (SlowClientException e) {
      channel.getReadSetter().set(null);
      channel.suspendReads();
      tooSlow.accept(exchange);
    } catch (IOException e) {
      // The client has disconnected.
      exchange.endExchange();
    }
  }

  /**
   * @return whether there is nothing more to wait for
   */
  private static boolean receive(StreamSourceChannel channel, ByteBuffer body) throws IOException {
    int read = 1;
    while (read > 0 && body.hasRemaining()) {
      read = channel.read(body);
    }
    return read < 0 || !body.hasRemaining();
  }

  /** The exchange cannot tell: what was put back is yet to be read, so its body is not complete. */
  private static void moreIsToCome(HttpServerExchange exchange) {
    exchange.putAttachment(
        HttpServerExchange.REQUEST_ATTRIBUTES, Map.of(UploadLimit.UNRECEIVED, ""));
  }

  private static void putBack(ByteBuffer body, HttpServerExchange exchange) {
    if (!body.hasRemaining()) {
      moreIsToCome(exchange);
    }
    body.flip();
    if (body.hasRemaining()) {
      Connectors.ungetRequestBytes(exchange, new OnHeap(body));
    }
    Connectors.resetRequestChannel(exchange);
  }

  /** Never used again, so that nothing has to be given back. */
  private record OnHeap(ByteBuffer buffer) implements PooledByteBuffer {

    @Override
    public ByteBuffer getBuffer() {
      return buffer;
    }

    @Override
    public void close() {
      // The garbage collector's.
    }

    @Override
    public boolean isOpen() {
      return true;
    }
  }
}
