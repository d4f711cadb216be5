package dev.tiankong.it;

import jakarta.json.JsonObject;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.client.impl.ClientSessionFactoryInternal;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.PacketImpl;

/** A client that speaks Artemis's own protocol packet by packet, as no JMS client would. */
final class CoreClient implements AutoCloseable {

  private static final int PAYLOAD = 256;

  private final ServerLocator locator;
  private final ClientSessionFactoryInternal factory;

  /** Connects, and signs in as nobody. */
  CoreClient(String url) {
    try {
      locator = ActiveMQClient.createServerLocator(url);
      // Without one, nobody can take a session over.
      locator.setConfirmationWindowSize(1024);
      factory = (ClientSessionFactoryInternal) locator.createSessionFactory();
    } catch (Exception e) {
      throw new IllegalStateException("The broker cannot be reached", e);
    }
  }

  /** Signs in. */
  ClientSession session(JsonObject token, boolean xa) throws ActiveMQException {
    return factory.createSession(
        token.getString("id"), token.getString("token"), xa, true, true, false, 1);
  }

  CoreRemotingConnection connection() {
    return (CoreRemotingConnection) factory.getConnection();
  }

  /**
   * @return the connection that it was sent on
   */
  CoreRemotingConnection send(Packet packet, long channel) {
    CoreRemotingConnection connection = connection();
    connection.getChannel(channel, -1).send(packet);
    return connection;
  }

  static boolean isOpen(CoreRemotingConnection connection) {
    return connection.getTransportConnection().isOpen();
  }

  /** A packet with nothing but zeros in it. */
  static Packet zeros(byte type) {
    return new PacketImpl(type) {
      @Override
      public void encodeRest(ActiveMQBuffer buffer) {
        buffer.writeBytes(new byte[PAYLOAD]);
      }
    };
  }

  @Override
  public void close() {
    locator.close();
  }
}
