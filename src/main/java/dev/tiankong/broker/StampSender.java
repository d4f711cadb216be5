package dev.tiankong.broker;

import java.util.Optional;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.ServerSessionPacketHandler;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.MessagePacketI;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Writes on each message who sent it, as {@code populate-validated-user} does in a broker of its
 * own; WildFly's cannot be told to. A session exists only for a user whose credentials were right,
 * and whatever the client wrote in that place himself is overwritten.
 *
 * <p>On each, wherever it goes: a queue has more names than one, and a message that came to it by
 * another must not keep what its client wrote.
 */
public final class StampSender implements Interceptor {

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    if (packet instanceof MessagePacketI send) {
      Message message = send.getMessage();
      message.removeProperty(Message.HDR_VALIDATED_USER);
      if (connection instanceof CoreRemotingConnection core) {
        sender(core, packet.getChannelID()).ifPresent(message::setValidatedUserID);
      }
    }
    return true;
  }

  /** Empty for the application, which is in the same JVM and needs no credentials. */
  private static Optional<String> sender(CoreRemotingConnection connection, long channel) {
    return connection.getChannel(channel, -1).getHandler()
            instanceof ServerSessionPacketHandler known
        ? Optional.ofNullable(known.getSession().getUsername())
        : Optional.empty();
  }
}
