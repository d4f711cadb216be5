package dev.tiankong.it;

import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
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
      // A session of an earlier connection could be taken over if it may.
      locator.setConfirmationWindowSize(1024);
      factory = (ClientSessionFactoryInternal) locator.createSessionFactory();
    } catch (Exception e) {
      throw new IllegalStateException("The broker cannot be reached", e);
    }
  }

  /** Signs in. */
  ClientSession session(String user, String password) throws Exception {
    return factory.createSession(user, password, false, true, true, false, 1);
  }

  CoreRemotingConnection connection() {
    return (CoreRemotingConnection) factory.getConnection();
  }

  void send(Packet packet, long channel) {
    connection().getChannel(channel, -1).send(packet);
  }

  boolean isOpen() {
    return connection() != null && connection().getTransportConnection().isOpen();
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
