package dev.tiankong.broker;

import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.MessagePacketI;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Writes on each message who sent it, as {@code populate-validated-user} does in an external
 * broker; WildFly's cannot be told to. What the client wrote in that place is overwritten.
 *
 * <p>On each, wherever it goes: a queue has more names than one, and a message that came to it by
 * another must not keep what its client wrote. A message of the application, which signs in as
 * nobody, is left without a sender.
 */
public final class StampSender implements Interceptor {

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    if (!(packet instanceof MessagePacketI send)) {
      return true;
    }
    try {
      Message message = send.getMessage();
      message.removeProperty(Message.HDR_VALIDATED_USER);
      Sessions.on((CoreRemotingConnection) connection, packet.getChannelID())
          .map(ServerSession::getUsername)
          .ifPresent(message::setValidatedUserID);
      return true;
    } catch (Throwable e) {
      // Artemis would log it and let the message through with whatever its client wrote.
      PacketRefusal.of(packet, connection, "whose sender cannot be recorded in it: " + e);
      return false;
    }
  }
}
