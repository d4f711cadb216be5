package dev.tiankong.connection;

import dev.tiankong.request.ClientPresence;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/**
 * Undertow notices that a client has hung up when it reads from it or writes to it next. This reads
 * ahead: what comes is the beginning of the next request, and is kept for it.
 */
@ApplicationScoped
class HungUp implements ClientPresence {

  @Override
  public boolean hasGone() {
    return hasGone(ServletRequestContext.requireCurrent().getExchange());
  }

  static boolean hasGone(HttpServerExchange exchange) {
    if (!exchange.getConnection().isOpen()) {
      return true;
    }
    // Of HTTP/2 only the end of the whole connection is noticed.
    if (!exchange.isRequestComplete()
        || !(exchange.getConnection() instanceof HttpServerConnection connection)
        || connection.getExtraBytes() != null) {
      return false;
    }
    PooledByteBuffer ahead = connection.getByteBufferPool().allocate();
    boolean isKept = false;
    try {
      int read = connection.getOriginalSourceConduit().read(ahead.getBuffer());
      if (read > 0) {
        ahead.getBuffer().flip();
        connection.ungetRequestBytes(ahead);
        isKept = true;
      }
      return read < 0;
    } catch (IOException e) {
      return true;
    } finally {
      if (!isKept) {
        ahead.close();
      }
    }
  }
}
