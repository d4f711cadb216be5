package dev.tiankong.broker;

import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.ServerSessionPacketHandler;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.MessagePacketI;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Writes on each submit who sent it, as {@code populate-validated-user} does in a broker of its
 * own; WildFly's cannot be told to. A session exists only for a user whose credentials were right,
 * and whatever the client wrote in that place himself is overwritten.
 */
public final class StampSender implements Interceptor {

  /** No other message is touched: this stands before all of them. */
  private static final String ADDRESS = "jms.queue.tiankong.submit";

  @Override
  public boolean intercept(Packet packet, RemotingConnection connection) {
    if (packet instanceof MessagePacketI send
        && connection instanceof CoreRemotingConnection core
        && ADDRESS.equals(send.getMessage().getAddress())) {
      stamp(send.getMessage(), core, packet.getChannelID());
    }
    return true;
  }

  private static void stamp(Message message, CoreRemotingConnection connection, long channel) {
    message.removeProperty(Message.HDR_VALIDATED_USER);
    if (connection.getChannel(channel, -1).getHandler() instanceof ServerSessionPacketHandler known
        && known.getSession().getUsername() != null) {
      message.setValidatedUserID(known.getSession().getUsername());
    }
  }
}
