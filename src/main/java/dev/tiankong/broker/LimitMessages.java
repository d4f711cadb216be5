package dev.tiankong.broker;

import static java.lang.System.Logger.Level.WARNING;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionContinuationMessage;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnection;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Closes a connection that sends a message no submit can be as long as. The broker writes a large
 * message to the disk piece by piece as it comes, and asks for its size nowhere.
 *
 * <p>A text in JMS has two bytes for each character, where a submit in UTF-8 has one at least: up
 * to twice the limit the application decides, and answers in words.
 */
public final class LimitMessages implements Interceptor {

  private static final System.Logger LOG = System.getLogger(LimitMessages.class.getName());

  private static final String LIMIT = "TIANKONG_MESSAGE_MAX_BODY";
  private static final String DEFAULT = "16777216";

  /** What stands before a text, such as its length. */
  private static final int FRAME = 64;

  /** Bytes since the last message that was complete, by connection and channel. */
  private final Map<Object, Map<Long, Long>> received = new ConcurrentHashMap<>();

  private final long most;

  /** The broker makes it. */
  public LimitMessages() {
    this(2 * Long.parseLong(System.getenv().getOrDefault(LIMIT, DEFAULT)) + FRAME);
  }

  LimitMessages(long most) {
    this.most = most;
  }

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    // The application itself, in the same JVM, sends small ones.
    if (connection.getTransportConnection() instanceof InVMConnection) {
      return true;
    }
    return !(packet instanceof SessionContinuationMessage piece) || passes(piece, connection);
  }

  private boolean passes(SessionContinuationMessage piece, RemotingConnection connection) {
    long size =
        channels(connection).merge(piece.getChannelID(), (long) piece.getBody().length, Long::sum);
    if (size > most) {
      LOG.log(
          WARNING,
          "Closing the broker connection from {0}: it sent a message of more than {1} bytes",
          connection.getRemoteAddress(),
          Long.toString(most));
      connection.getTransportConnection().close();
      return false;
    }
    if (!piece.isContinues()) {
      channels(connection).remove(piece.getChannelID());
    }
    return true;
  }

  private Map<Long, Long> channels(RemotingConnection connection) {
    return received.computeIfAbsent(
        connection.getID(),
        id -> {
          connection.addCloseListener(() -> received.remove(id));
          return new ConcurrentHashMap<>();
        });
  }
}
