package dev.tiankong.broker;

import static java.lang.System.Logger.Level.WARNING;

import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/** Ends a connection because of what it sent. */
final class PacketRefusal {

  private static final System.Logger LOG = System.getLogger(PacketRefusal.class.getName());

  private PacketRefusal() {}

  static void of(Packet packet, RemotingConnection connection, String reason) {
    // The class alone: the packet's own text is the client's.
    LOG.log(
        WARNING,
        "Closing the broker connection from {0}: it sent a packet of type {1} ({2}), {3}",
        connection.getRemoteAddress(),
        packet.getType(),
        packet.getClass().getSimpleName(),
        reason);
    connection.getTransportConnection().close();
  }
}
