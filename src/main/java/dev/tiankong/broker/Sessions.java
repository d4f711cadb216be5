package dev.tiankong.broker;

import java.util.Optional;
import org.apache.activemq.artemis.core.protocol.core.Channel;
import org.apache.activemq.artemis.core.protocol.core.ChannelHandler;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.ServerSessionPacketHandler;
import org.apache.activemq.artemis.core.server.ServerSession;

/** Finds the session that a packet belongs to. */
final class Sessions {

  private Sessions() {}

  /**
   * A session exists only for a user whose credentials were right.
   *
   * @return empty if nobody has signed in on this channel
   */
  static Optional<ServerSession> on(CoreRemotingConnection connection, long channelId) {
    Channel channel = connection.getChannel(channelId, -1);
    ChannelHandler handler = channel.getHandler();
    if (handler instanceof ServerSessionPacketHandler known) {
      return Optional.of(known.getSession());
    }
    if (handler == null) {
      // Asking has made it: a client must not fill the memory with channels that nobody uses.
      connection.removeChannel(channelId);
    }
    return Optional.empty();
  }
}
